package org.metalayer.protocol.keyfile;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.metalayer.protocol.MalformedDocumentException;

/** Key files on disk: mode 0600, durable, and never one over another. */
public final class KeyFiles {

    private KeyFiles() {}

    /**
     * Writes a new key file and brings it to the disk.
     *
     * @throws java.nio.file.FileAlreadyExistsException when something lies there: no key is ever
     *     overwritten
     */
    public static void write(Path file, KeyFile key) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")))) {
            ByteBuffer bytes = ByteBuffer.wrap(key.encode());
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        try (FileChannel directory = FileChannel.open(file.toAbsolutePath().resolveSibling("."))) {
            directory.force(true);
        }
    }

    /**
     * Reads a key file.
     *
     * @throws MalformedDocumentException when it is none; the message names the file
     */
    public static KeyFile read(Path file) throws IOException {
        try {
            return KeyFile.parse(Files.readAllBytes(file));
        } catch (MalformedDocumentException e) {
            throw new MalformedDocumentException("%s: %s".formatted(file, e.getMessage()), e);
        }
    }
}
