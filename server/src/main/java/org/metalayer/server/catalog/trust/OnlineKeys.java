package org.metalayer.server.catalog.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.keyfile.KeyFile;
import org.metalayer.protocol.keyfile.KeyFiles;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.TufKey;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.StartupException;

/**
 * The keys that this Main System signs with by itself: whatever lies in {@code keys/online}. Read
 * anew each time, so that a key that is rotated in is found without a restart.
 */
@ApplicationScoped
class OnlineKeys {

    private final Path directory;

    @Inject
    OnlineKeys(DataDirectory data) {
        this.directory = data.keys().resolve("online");
    }

    Path directory() {
        return directory;
    }

    /** Those of them that may sign for a role. */
    List<SigningKey> of(Authority authority) {
        List<String> wanted = authority.keys().stream().map(TufKey::keyId).toList();
        return all().stream()
                .filter(key -> wanted.contains(TufKey.of(key.publicKey()).keyId()))
                .toList();
    }

    private List<SigningKey> all() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".key"))
                    .sorted()
                    .map(OnlineKeys::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the keys in " + directory, e);
        }
    }

    private static SigningKey read(Path file) {
        try {
            return switch (KeyFiles.read(file)) {
                case KeyFile.Plain plain -> plain.key();
                case KeyFile.Locked locked ->
                        throw new MalformedDocumentException(
                                "%s is locked by a passphrase, which no machine knows"
                                        .formatted(file));
            };
        } catch (MalformedDocumentException e) {
            throw new StartupException(e.getMessage() + ": put back your copy of it", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the key " + file, e);
        }
    }
}
