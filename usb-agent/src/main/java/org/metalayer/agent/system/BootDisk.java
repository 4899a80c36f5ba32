package org.metalayer.agent.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.protocol.system.SystemVersion;

/** The stick that was booted. */
final class BootDisk implements SystemStorage {

    private static final String VERITY_SUFFIX = "_verity";

    private final PartitionTool table;
    private final RootHash booted;
    private final Path entries;
    private final DurableFiles files;
    private final DirectRead direct = new DirectRead();

    /**
     * @param booted the root that runs
     * @param entries the directory of the boot loader's entries
     */
    BootDisk(PartitionTool table, RootHash booted, Path entries, DurableFiles files) {
        this.table = table;
        this.booted = booted;
        this.entries = entries;
        this.files = files;
    }

    @Override
    public Slots slots() throws IOException {
        List<Slot> both = new ArrayList<>();
        for (Slot.Name name : Slot.Name.values()) {
            TableEntry root = partition(name, Slot.Part.ROOT);
            both.add(new Slot(name, root.label(), root.id()));
        }
        return Slots.of(both, booted);
    }

    @Override
    public long size(Slot.Name slot, Slot.Part part) throws IOException {
        try (FileChannel channel =
                FileChannel.open(partition(slot, part).node(), StandardOpenOption.READ)) {
            return channel.size();
        }
    }

    @Override
    public byte[] read(Slot.Name slot, Slot.Part part, long offset, int length) throws IOException {
        return direct.read(partition(slot, part).node(), offset, length);
    }

    @Override
    public void write(Slot.Name slot, Slot.Part part, long offset, byte[] content)
            throws IOException {
        try (FileChannel channel = writable(slot, part)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes, offset + bytes.position());
            }
        }
    }

    @Override
    public void flush(Slot.Name slot, Slot.Part part) throws IOException {
        try (FileChannel channel = writable(slot, part)) {
            channel.force(true);
        }
    }

    @Override
    public void labelEmpty(Slot.Name slot) throws IOException {
        for (Slot.Part part : Slot.Part.values()) {
            table.label(partition(slot, part), Slot.EMPTY);
        }
    }

    @Override
    public void label(Slot.Name slot, SystemVersion version, RootHash rootHash) throws IOException {
        TableEntry root = partition(slot, Slot.Part.ROOT);
        TableEntry verity = partition(slot, Slot.Part.VERITY);
        table.identify(root, rootHash.rootPartition());
        table.identify(verity, rootHash.verityPartition());
        table.label(verity, Slot.label(version) + VERITY_SUFFIX);
        table.label(root, Slot.label(version));
    }

    @Override
    public List<String> entries() throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(entries)) {
            all.forEach(file -> names.add(String.valueOf(file.getFileName())));
        }
        names.sort(null);
        return names;
    }

    @Override
    public void writeEntry(String name, InputStream content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        entries.resolve(name),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            content.transferTo(Channels.newOutputStream(channel));
            channel.force(true);
        }
    }

    @Override
    public byte[] readEntry(String name, long offset, int length) throws IOException {
        return direct.read(entries.resolve(name), offset, length);
    }

    @Override
    public void renameEntry(String from, String to) throws IOException {
        Path renamed = entries.resolve(to);
        Files.move(entries.resolve(from), renamed, StandardCopyOption.REPLACE_EXISTING);
        // On FAT the new name is that of an empty file until the file itself is flushed once more.
        try (FileChannel channel = FileChannel.open(renamed, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    @Override
    public void deleteEntry(String name) throws IOException {
        files.delete(entries.resolve(name));
    }

    @Override
    public void flushEntries() throws IOException {
        files.syncDirectory(entries);
    }

    private FileChannel writable(Slot.Name slot, Slot.Part part) throws IOException {
        return FileChannel.open(partition(slot, part).node(), StandardOpenOption.WRITE);
    }

    /** The first of its kind in the table belongs to A, the second to B. */
    private TableEntry partition(Slot.Name slot, Slot.Part part) throws IOException {
        List<TableEntry> all = table.table().stream().filter(entry -> entry.is(part)).toList();
        if (all.size() != 2) {
            throw new IOException(
                    "the stick has %s partitions of the kind %s, two are needed"
                            .formatted(all.size(), part));
        }
        return slot == Slot.Name.A ? all.getFirst() : all.getLast();
    }
}
