package org.metalayer.agent.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.system.SystemPart;

/**
 * A computer that boots from a stick whose partitions are files: with the entries and counters of a
 * boot loader, and with roots that have to be what a kernel demands.
 */
public final class SimulatedComputer {

    private final Path directory;
    private final SystemPlaces places;
    private final FakeTable table;
    private int starts;

    /** Runs {@code first}, which was found good, with nothing in the other slot. */
    public SimulatedComputer(Path directory, TestSystem first) throws IOException {
        this.directory = Files.createDirectories(directory);
        this.places =
                new SystemPlaces(
                        directory.resolve("cmdline"),
                        directory.resolve("os-release"),
                        directory.resolve("boot_id"),
                        directory.resolve("root"),
                        directory.resolve("root-verity"),
                        directory.resolve("esp"),
                        Files.createDirectories(directory.resolve("answers")));
        Files.createDirectories(places.entries());
        Files.createDirectories(places.firstRoot().resolveSibling(""));
        this.table = new FakeTable(directory, new RootHash(first.rootHash()));
        for (SystemPart part : SystemPart.OF_SYSTEM) {
            byte[] content = first.content(part);
            switch (part) {
                case ROOT -> FakeTable.fill(directory.resolve("disk2"), content);
                case VERITY -> FakeTable.fill(directory.resolve("disk3"), content);
                case KERNEL ->
                        Files.write(
                                places.entries().resolve("mlos_" + first.version() + ".efi"),
                                content);
                case PROGRAM -> throw new AssertionError(part);
            }
        }
        start();
    }

    public SystemPlaces places() {
        return places;
    }

    /** What is trusted from the start. */
    public SimulatedComputer trusting(byte[] firstRoot) throws IOException {
        Files.write(places.firstRoot(), firstRoot);
        return this;
    }

    /** The unit that carries out orders. */
    public Optional<SystemAnswer> serve(StickDirectory stick, InstantSource clock)
            throws IOException {
        DurableFiles files = new DurableFiles(StorageFaults.none());
        RootHash booted =
                RootHash.ofCommandLine(Files.readString(places.commandLine())).orElseThrow();
        return new SystemDesk(
                        stick,
                        places,
                        new BootDisk(table, booted, places.entries(), files),
                        files,
                        clock)
                .serve();
    }

    /** Starts until something runs. */
    public String start() throws IOException {
        for (int n = 0; n < 10; n++) {
            Optional<BootEntry> tried = tryToStart();
            if (tried.isPresent()) {
                return tried.get().version().text();
            }
        }
        throw new AssertionError("nothing starts");
    }

    /** One start: what the loader prefers, counted; empty when its root is not what it demands. */
    private Optional<BootEntry> tryToStart() throws IOException {
        BootEntry next =
                entries().stream()
                        .filter(entry ->
                                places.entries().resolve(entry.fileName()).toFile().length() > 0)
                        .max(SimulatedStick::preference)
                        .orElseThrow(() -> new AssertionError("no entry"));
        BootEntry counted = new BootEntry(next.version(), next.count().map(SimulatedStick::used));
        Path file = places.entries().resolve(counted.fileName());
        Files.move(places.entries().resolve(next.fileName()), file);
        Sha256 wanted =
                RootHash.ofCommandLine(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .orElseThrow()
                        .value();
        for (String root : List.of("disk2", "disk4")) {
            byte[] content = Files.readAllBytes(directory.resolve(root));
            byte[] beginning = Arrays.copyOf(content, 3 << 20);
            boolean found =
                    table.id(root).equals(new RootHash(wanted).rootPartition())
                            && Sha256.of(beginning).equals(wanted);
            if (found) {
                run(counted, wanted, root);
                return Optional.of(counted);
            }
        }
        return Optional.empty();
    }

    private void run(BootEntry entry, Sha256 hash, String root) throws IOException {
        starts++;
        Files.writeString(places.commandLine(), "quiet roothash=" + hash);
        Files.writeString(places.osRelease(), "IMAGE_VERSION=" + entry.version());
        Files.writeString(places.bootId(), "boot-" + starts);
        link(places.root(), root);
        link(places.rootVerity(), root.equals("disk2") ? "disk3" : "disk5");
    }

    private void link(Path name, String partition) throws IOException {
        Files.deleteIfExists(name);
        Files.createSymbolicLink(name, directory.resolve(partition));
    }

    /** What runs is found good. */
    public void bless() throws IOException {
        String runs = Files.readString(places.osRelease()).substring("IMAGE_VERSION=".length());
        for (BootEntry entry : entries()) {
            if (entry.version().text().equals(runs)) {
                Files.move(
                        places.entries().resolve(entry.fileName()),
                        places.entries()
                                .resolve(
                                        new BootEntry(entry.version(), Optional.empty())
                                                .fileName()));
            }
        }
    }

    /** A version that was good has failed as often as it may. */
    public void giveUp(String version) throws IOException {
        for (BootEntry entry : entries()) {
            if (entry.version().text().equals(version)) {
                Files.move(
                        places.entries().resolve(entry.fileName()),
                        places.entries().resolve(entry.given(new BootCount(0, 2)).fileName()));
            }
        }
    }

    /** Empties the entry of a version, as a power cut may do on FAT. */
    public void emptyTheEntryOf(String version) throws IOException {
        for (BootEntry entry : entries()) {
            if (entry.version().text().equals(version)) {
                Files.write(places.entries().resolve(entry.fileName()), new byte[0]);
            }
        }
    }

    /** Damages what lies in the slot that does not run. */
    public void damageTheOtherSlot() throws IOException {
        boolean first = Files.readSymbolicLink(places.root()).endsWith("disk2");
        Path other = directory.resolve(first ? "disk4" : "disk2");
        byte[] content = Files.readAllBytes(other);
        content[1 << 20] ^= 1;
        Files.write(other, content);
    }

    /** Names of the loader's entries. */
    public List<String> entryNames() throws IOException {
        return entries().stream().map(BootEntry::fileName).sorted().toList();
    }

    private List<BootEntry> entries() throws IOException {
        List<BootEntry> entries = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(places.entries())) {
            files.forEach(file ->
                    BootEntry.parse(String.valueOf(file.getFileName())).ifPresent(entries::add));
        }
        return entries;
    }

    /** {@code sfdisk} on files. */
    private static final class FakeTable extends PartitionTool {

        private static final String[] TYPES = {
            "4f68bce3-e8cd-4db1-96e7-fbcaf984b709", "2c7357ed-ebd2-46d9-aec1-23d437ec2bf5"
        };

        private final Path directory;
        private final List<String> labels =
                new ArrayList<>(List.of("mlos_1", "mlos_1_verity", "_empty", "_empty"));
        private final List<UUID> ids = new ArrayList<>();

        FakeTable(Path directory, RootHash first) throws IOException {
            super(directory.resolve("disk"));
            this.directory = directory;
            ids.addAll(
                    List.of(
                            first.rootPartition(),
                            first.verityPartition(),
                            UUID.randomUUID(),
                            UUID.randomUUID()));
            for (int n = 2; n <= 5; n++) {
                fill(directory.resolve("disk" + n), new byte[0]);
            }
        }

        static void fill(Path partition, byte[] content) throws IOException {
            Files.write(partition, Arrays.copyOf(content, 4 << 20));
        }

        UUID id(String partition) {
            return ids.get(partition.charAt(4) - '2');
        }

        @Override
        byte[] run(String... arguments) {
            if (arguments[0].equals("--json")) {
                return json().getBytes(StandardCharsets.UTF_8);
            }
            int at = Integer.parseInt(arguments[4]) - 2;
            if (arguments[2].equals("--part-label")) {
                labels.set(at, arguments[5]);
            } else {
                ids.set(at, UUID.fromString(arguments[5]));
            }
            return new byte[0];
        }

        private String json() {
            List<String> partitions = new ArrayList<>();
            for (int n = 0; n < labels.size(); n++) {
                partitions.add(
                        """
                        {"node":"%s","type":"%s","uuid":"%s","name":"%s"}\
                        """
                                .formatted(
                                        directory.resolve("disk" + (n + 2)),
                                        TYPES[n % 2],
                                        ids.get(n),
                                        labels.get(n)));
            }
            return "{\"partitiontable\":{\"partitions\":[%s]}}"
                    .formatted(String.join(",", partitions));
        }
    }
}
