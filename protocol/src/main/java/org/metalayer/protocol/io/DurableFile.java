package org.metalayer.protocol.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;

/** Replaces files whole or not at all, whatever happens to the power. */
public final class DurableFile {

    /** What {@link #write} leaves when the power is cut. */
    private static final Pattern UNFINISHED = Pattern.compile("\\..+\\.[0-9]+");

    private DurableFile() {}

    /** Writes a file that only this account may read. */
    public static void writePrivate(Path file, byte[] content) throws IOException {
        write(file, content, "rw-------");
    }

    /** Writes a file that others may read. */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, content, "rw-r--r--");
    }

    /**
     * Removes what writes that were cut off have left in {@code directory}, which need not exist.
     * For a directory that nobody else writes to: a process id may have been given anew.
     */
    public static void deleteUnfinished(Path directory) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, ".*")) {
            for (Path file : files) {
                if (UNFINISHED.matcher(String.valueOf(file.getFileName())).matches()) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (NoSuchFileException e) {
            return;
        }
    }

    private static void write(Path file, byte[] content, String mode) throws IOException {
        Path fresh =
                file.resolveSibling(
                        ".%s.%d".formatted(file.getFileName(), ProcessHandle.current().pid()));
        Files.deleteIfExists(fresh);
        try {
            fill(fresh, content, mode);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
        try (FileChannel directory = FileChannel.open(parentOf(file))) {
            directory.force(true);
        }
    }

    private static void fill(Path file, byte[] content, String mode) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString(mode)))) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static Path parentOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IllegalArgumentException(file + " is not a file");
        }
        return parent;
    }
}
