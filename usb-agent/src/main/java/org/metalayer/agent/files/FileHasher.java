package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.metalayer.protocol.Sha256;

/** Reads files into their digests, one after the other through one buffer. */
final class FileHasher {

    private static final int BUFFER_SIZE = 128 * 1024;

    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_SIZE);
    private final MessageDigest digest = Sha256.digest();

    /** The digest of the file's first {@code size} bytes, or of all where it is shorter. */
    Sha256 hash(OpenDirectory directory, Path name, long size) throws IOException {
        try (SeekableByteChannel channel = directory.read(name)) {
            return hash(channel, size);
        }
    }

    /** The digest of the next {@code size} bytes, or of the rest where it is shorter. */
    Sha256 hash(SeekableByteChannel channel, long size) throws IOException {
        digest.reset();
        long rest = size;
        int read = 0;
        while (rest > 0 && read >= 0) {
            read = channel.read(buffer.clear().limit((int) Math.min(rest, BUFFER_SIZE)));
            digest.update(buffer.flip());
            rest -= read;
        }
        return Sha256.finish(digest.digest());
    }
}
