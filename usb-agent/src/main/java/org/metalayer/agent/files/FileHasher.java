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

    Sha256 hash(OpenDirectory directory, Path name) throws IOException {
        digest.reset();
        try (SeekableByteChannel channel = directory.read(name)) {
            while (channel.read(buffer.clear()) >= 0) {
                digest.update(buffer.flip());
            }
        }
        return Sha256.finish(digest.digest());
    }
}
