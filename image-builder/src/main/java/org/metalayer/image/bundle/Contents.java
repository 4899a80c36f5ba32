package org.metalayer.image.bundle;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.image.base.Channels;
import org.metalayer.image.base.ImageException;
import org.metalayer.image.base.Progress;
import org.metalayer.image.layout.Esp;
import org.metalayer.image.layout.Layout;
import org.metalayer.image.layout.Partition;
import org.metalayer.protocol.Sha256;

/** Reads from an image, or from a stick, what a manifest says of it. */
public final class Contents {

    private final Path file;

    public Contents(Path file) {
        this.file = file;
    }

    /** The digest of a whole partition. */
    public Sha256 digest(Partition partition, Progress progress) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return Channels.digest(channel, partition.start(), partition.size(), progress);
        }
    }

    /** All partitions, with their digests. */
    public List<PartitionRecord> partitions(Layout layout, Progress progress) throws IOException {
        List<PartitionRecord> records = new ArrayList<>();
        for (Partition partition : layout.table().partitions()) {
            records.add(
                    new PartitionRecord(
                            partition.number(),
                            partition.type(),
                            partition.label(),
                            partition.size(),
                            digest(partition, progress)));
        }
        return records;
    }

    /** What takes part in a start. */
    public List<BootFile> bootFiles(Layout layout) throws IOException {
        Esp esp = new Esp(file, layout.esp());
        List<BootFile> files = new ArrayList<>();
        for (String path : esp.files().stream().filter(BootFile::isOne).toList()) {
            byte[] bytes =
                    esp.read(path)
                            .orElseThrow(() ->
                                    new ImageException(
                                            "%s on the EFI partition cannot be read"
                                                    .formatted(path)));
            files.add(new BootFile(BootFile.withoutCounter(path), Sha256.of(bytes)));
        }
        return files;
    }
}
