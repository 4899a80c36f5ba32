package org.metalayer.image.harness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.TufKey;
import org.metalayer.protocol.tuf.repository.MetadataWriter;
import org.metalayer.protocol.tuf.repository.RoleDefinition;

/** A fleet with keys of its own. */
public final class TestFleet {

    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final SigningKey KEY = SigningKey.generate(new SecureRandom());
    private static final SigningKey OTHER = SigningKey.generate(new SecureRandom());

    private TestFleet() {}

    /** Writes its first root. */
    public static Path root(Path file) throws IOException {
        return Files.write(file, bytes(KEY));
    }

    /** Writes one that somebody else has signed. */
    public static Path forgedRoot(Path file) throws IOException {
        return Files.write(file, bytes(OTHER));
    }

    private static byte[] bytes(SigningKey signer) {
        RoleDefinition role = new RoleDefinition(1, List.of(TufKey.of(KEY.publicKey())));
        return new MetadataWriter(NOW)
                .root(
                        Optional.empty(),
                        NOW.plus(Duration.ofDays(300)),
                        Map.of(
                                RoleName.ROOT, role,
                                RoleName.TARGETS, role,
                                RoleName.SNAPSHOT, role,
                                RoleName.TIMESTAMP, role))
                .signedWith(signer)
                .raw();
    }
}
