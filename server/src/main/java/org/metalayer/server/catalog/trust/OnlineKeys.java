package org.metalayer.server.catalog.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.keyfile.KeyFile;
import org.metalayer.protocol.keyfile.KeyFiles;
import org.metalayer.protocol.tuf.model.Authority;
import org.metalayer.protocol.tuf.model.TufKey;
import org.metalayer.server.platform.DataDirectory;

/**
 * The keys that this Main System signs with by itself: whatever lies in {@code keys/online}. Read
 * anew each time, so that a key that is rotated in is found without a restart. A file that is no
 * key, or a locked one, is a key less and nothing more: it must not keep the others from signing.
 * So is a directory that cannot be listed.
 */
@ApplicationScoped
class OnlineKeys {

    private final Path directory;

    /** What lies there; of what cannot be read, why, in words for people. */
    private record Found(List<SigningKey> keys, List<String> unreadable) {

        void add(Path file) {
            try {
                keys.add(read(file));
            } catch (MalformedDocumentException e) {
                unreadable.add(e.getMessage() + ": put back your copy of it");
            } catch (IOException e) {
                unreadable.add("cannot read the key %s (%s)".formatted(file, e));
            }
        }
    }

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
        return find().keys().stream()
                .filter(key -> wanted.contains(TufKey.of(key.publicKey()).keyId()))
                .toList();
    }

    /** Whether enough of them lie here for a role to be signed. */
    boolean suffice(Authority authority) {
        return of(authority).size() >= authority.threshold();
    }

    /** That a role cannot be signed, in words for people. */
    String tooFew(TrustRole role, Authority authority) {
        return ("%s needs %d of its keys in %s, where %d lie: put them there first (where several"
                        + " are lost, one change file replaces them all)")
                .formatted(role.wire(), authority.threshold(), directory, of(authority).size());
    }

    /** Why files that should be keys are none, in words for people. */
    List<String> unreadable() {
        return find().unreadable();
    }

    private Found find() {
        Found found = new Found(new ArrayList<>(), new ArrayList<>());
        try {
            files().forEach(found::add);
        } catch (IOException | UncheckedIOException e) {
            found.unreadable().add("cannot look for keys in %s (%s)".formatted(directory, e));
        }
        return found;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".key")).sorted().toList();
        }
    }

    private static SigningKey read(Path file) throws IOException {
        return switch (KeyFiles.read(file)) {
            case KeyFile.Plain plain -> plain.key();
            case KeyFile.Locked locked ->
                    throw new MalformedDocumentException(
                            "%s is locked by a passphrase, which no machine knows".formatted(file));
        };
    }
}
