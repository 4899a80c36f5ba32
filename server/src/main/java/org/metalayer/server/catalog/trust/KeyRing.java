package org.metalayer.server.catalog.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.keyfile.KeyFile;
import org.metalayer.protocol.keyfile.KeyFiles;
import org.metalayer.server.platform.StartupException;

/**
 * A directory of key files, in which a first start makes what is missing and keeps what is there.
 */
record KeyRing(Path directory, SecureRandom random) {

    void create() throws IOException {
        Files.createDirectories(
                directory,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    boolean has(String name) {
        return Files.exists(file(name));
    }

    /** The key of that name; a new one where there is none yet. */
    SigningKey key(String name) throws IOException {
        if (!has(name)) {
            KeyFiles.write(file(name), KeyFile.create(name, random));
        }
        return switch (KeyFiles.read(file(name))) {
            case KeyFile.Plain plain -> plain.key();
            case KeyFile.Locked locked ->
                    throw new StartupException(
                            "%s is locked, and a first start needs it: unlock it, or move it away"
                                    .formatted(file(name)));
        };
    }

    private Path file(String name) {
        return directory.resolve(name + ".key");
    }
}
