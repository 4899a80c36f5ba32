package org.metalayer.server.catalog.trust;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.io.DurableFile;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.server.platform.StartupException;

/** Signing keys on disk, mode 0600: one line with the base64 of the 32-byte seed. */
record KeyFiles(Path directory) {

    boolean exists(KeyRole role) {
        return Files.exists(path(role));
    }

    SigningKey create(KeyRole role, SecureRandom random) throws IOException {
        SigningKey key = SigningKey.generate(random);
        String line = Base64.getEncoder().encodeToString(key.seed()) + "\n";
        DurableFile.writePrivate(path(role), line.getBytes(StandardCharsets.US_ASCII));
        return key;
    }

    SigningKey read(KeyRole role) throws IOException {
        String line = Files.readString(path(role), StandardCharsets.US_ASCII).strip();
        try {
            return SigningKey.ofSeed(Base64.getDecoder().decode(line));
        } catch (IllegalArgumentException | MalformedDocumentException e) {
            throw new StartupException(
                    "%s is damaged: put back your copy of it".formatted(path(role)), e);
        }
    }

    Path path(KeyRole role) {
        return directory.resolve(role.fileName());
    }
}
