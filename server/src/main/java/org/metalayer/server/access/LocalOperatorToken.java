package org.metalayer.server.access;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.metalayer.protocol.io.DurableFile;
import org.metalayer.server.platform.DataDirectory;

/**
 * The token in {@code operator.token} of the data directory, with which the command line acts on
 * the machine of the Main System: who can read that file owns the data anyway. It acts for an
 * administrator, so that whoever has the machine can always let people in again.
 */
@ApplicationScoped
class LocalOperatorToken {

    private static final Logger LOG = Logger.getLogger(LocalOperatorToken.class);
    private static final Duration LIFETIME = Duration.ofDays(365);
    private static final Duration RENEWED_BEFORE_END = Duration.ofDays(30);

    @Inject ApiTokens tokens;
    @Inject OperatorRepository operators;
    @Inject DataDirectory data;
    @Inject InstantSource clock;

    /**
     * Makes the file where it is missing, or where its token was revoked, soon ends, or acts for
     * somebody who is no administrator any more.
     */
    synchronized void ensure() {
        Path file = data.root().resolve("operator.token");
        try {
            if (!Files.exists(file) || !lasts(Files.readString(file).strip())) {
                Optional<OperatorEntity> administrator = operators.firstAdministrator();
                if (administrator.isPresent()) {
                    write(file, administrator.get().toRecord());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read or write " + file, e);
        }
    }

    /**
     * The same while running, where one failure is no reason to stop: the next hour tries again.
     */
    @Scheduled(
            every = "1h",
            delayed = "1h",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void renew() {
        try {
            ensure();
        } catch (UncheckedIOException e) {
            LOG.errorf(e, "The token of this machine's command line could not be renewed.");
        }
    }

    private void write(Path file, Operator administrator) throws IOException {
        String secret = tokens.create(administrator, "local command line", LIFETIME).secret();
        DurableFile.writePrivate(file, (secret + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private boolean lasts(String secret) {
        return tokens.find(secret)
                .filter(principal -> principal.operator().role() == OperatorRole.ADMINISTRATOR)
                .filter(principal ->
                        clock.instant().plus(RENEWED_BEFORE_END).isBefore(principal.expiresAt()))
                .isPresent();
    }
}
