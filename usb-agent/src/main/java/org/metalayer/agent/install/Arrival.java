package org.metalayer.agent.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.metalayer.protocol.Sha256;

/**
 * How much of a file has arrived, and the digest of that much.
 *
 * @param running still open for what comes after
 */
record Arrival(long size, MessageDigest running) {

    private static final int BUFFER = 128 << 10;

    /** Reads what is on the stick; nothing where there is no file. */
    static Arrival of(Path partial) throws IOException {
        MessageDigest digest = Sha256.digest();
        long size = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(partial)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                digest.update(buffer, 0, count);
                size += count;
            }
        } catch (NoSuchFileException e) {
            return new Arrival(0, digest);
        }
        return new Arrival(size, digest);
    }

    /** The digest of all that has arrived. Call it once, at the end. */
    Sha256 digest() {
        return Sha256.finish(running.digest());
    }
}
