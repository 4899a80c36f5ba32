package org.metalayer.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.PrivateFiles;

/**
 * The token in {@code operator.token} of the data directory, with which the command line acts on
 * the machine of the Main System: who can read that file owns the data anyway.
 */
@ApplicationScoped
class LocalOperatorToken {

    private static final Duration LIFETIME = Duration.ofDays(365);
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    @Inject ApiTokens tokens;
    @Inject DataDirectory data;
    @Inject InstantSource clock;

    /** Makes the file where it is missing, or where its token was revoked or soon ends. */
    void ensure(Operator operator) {
        Path file = data.root().resolve("operator.token");
        try {
            if (!Files.exists(file) || !lasts(Files.readString(file).strip())) {
                String secret = tokens.create(operator, "local command line", LIFETIME).secret();
                PrivateFiles.write(file, (secret + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write " + file, e);
        }
    }

    private boolean lasts(String secret) {
        return tokens.find(secret)
                .filter(principal ->
                        clock.instant().plus(RENEWED_BEFORE_END).isBefore(principal.expiresAt()))
                .isPresent();
    }
}
