package org.metalayer.agent.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.metalayer.agent.files.SmallFile;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.system.SystemPart;
import org.metalayer.protocol.system.SystemVersion;

/**
 * Reads what runs from where an image keeps it. Whether it is one of ours, its root's hash says,
 * which only a verified root is started with.
 */
final class RunningSystem {

    private static final int MAX_BYTES = 64 << 10;

    private final SystemPlaces places;

    RunningSystem(SystemPlaces places) {
        this.places = places;
    }

    Optional<BootedSystem> booted() throws IOException {
        Optional<RootHash> root = RootHash.ofCommandLine(text(places.commandLine()));
        Optional<SystemVersion> version =
                OsRelease.imageVersion(places.osRelease())
                        .filter(SystemVersion::isOne)
                        .map(SystemVersion::new);
        String boot = text(places.bootId()).strip();
        return Files.exists(places.root())
                ? root.flatMap(hash -> version.map(it -> new BootedSystem(it, hash.value(), boot)))
                : Optional.empty();
    }

    Optional<BootEntry> entry(SystemVersion version) throws IOException {
        return file(version)
                .map(file -> String.valueOf(file.getFileName()))
                .flatMap(BootEntry::parse);
    }

    /** What cannot be read is fetched instead. */
    Map<Sha256, Extent> pieces(SystemFiles wanted) throws IOException {
        PieceIndex index = new PieceIndex();
        add(index, places.root(), wanted.size(SystemPart.ROOT));
        add(index, places.rootVerity(), wanted.size(SystemPart.VERITY));
        Optional<BootedSystem> booted = booted();
        Optional<Path> kernel =
                booted.isPresent() ? file(booted.get().version()) : Optional.empty();
        if (kernel.isPresent()) {
            add(index, kernel.get(), SystemPart.KERNEL.maxSize());
        }
        return index.pieces();
    }

    /** As far as it can be read: one bad sector must not end all upgrades. */
    private static void add(PieceIndex index, Path part, long length) {
        try {
            index.add(part, length);
        } catch (IOException _) {
            return;
        }
    }

    private Optional<Path> file(SystemVersion version) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(places.entries())) {
            for (Path file : files) {
                Optional<BootEntry> entry = BootEntry.parse(String.valueOf(file.getFileName()));
                if (entry.filter(it -> it.version().equals(version)).isPresent()) {
                    return Optional.of(file);
                }
            }
            return Optional.empty();
        } catch (NoSuchFileException | NotDirectoryException _) {
            return Optional.empty();
        }
    }

    private static String text(Path file) throws IOException {
        try {
            return new String(SmallFile.read(file, MAX_BYTES), StandardCharsets.UTF_8);
        } catch (NoSuchFileException _) {
            return "";
        }
    }
}
