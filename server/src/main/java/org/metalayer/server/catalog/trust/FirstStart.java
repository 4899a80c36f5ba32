package org.metalayer.server.catalog.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.jboss.logging.Logger;
import org.metalayer.protocol.io.DurableFile;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.StartupException;
import org.metalayer.server.platform.persistence.Turns;

/**
 * Makes the keys and the first metadata, once in the life of a Main System. The keys are on the
 * disk before the database names them; a start that was cut in between goes on with the same keys.
 */
@ApplicationScoped
class FirstStart {

    static final String OFFLINE = "offline";
    private static final Logger LOG = Logger.getLogger(FirstStart.class);
    private static final List<String> OFFLINE_KEYS = List.of("root", "targets", "release");

    @Inject TrustMetadataRepository repository;
    @Inject OnlineKeys onlineKeys;
    @Inject DataDirectory data;
    @Inject SecureRandom random;
    @Inject Turns turns;
    @Inject InstantSource clock;

    @Transactional
    void begin() {
        turns.take(TrustSigner.TURN);
        if (!repository.heads().isEmpty()) {
            return;
        }
        try {
            KeyRing online = new KeyRing(onlineKeys.directory(), random);
            KeyRing offline = new KeyRing(data.keys().resolve(OFFLINE), random);
            refuseHalf(online, offline);
            new Ceremony(makeKeys(online, offline), clock.instant())
                    .all()
                    .forEach((role, metadata) -> repository.add(role, metadata, clock.instant()));
            LOG.infof(
                    "Made the keys of this Main System. Move %s to a medium that you keep apart;"
                            + " README.txt there says what each key can do.",
                    offline.directory());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make the keys of this Main System", e);
        }
    }

    private static Ceremony.Keys makeKeys(KeyRing online, KeyRing offline) throws IOException {
        offline.create();
        online.create();
        Path readme = offline.directory().resolve("README.txt");
        DurableFile.writePrivate(readme, OfflineReadme.TEXT.getBytes(StandardCharsets.UTF_8));
        return new Ceremony.Keys(
                offline.key("root"),
                offline.key("targets"),
                offline.key("release"),
                online.key("snapshot"),
                online.key("timestamp"),
                online.key("director"),
                online.key("robot"));
    }

    /**
     * Keys that were moved away mean sticks that trust them: new ones would be strangers to those.
     * The offline ones are made first, so a start that was cut never leaves online ones alone.
     */
    private static void refuseHalf(KeyRing online, KeyRing offline) {
        if (online.has("snapshot") && !OFFLINE_KEYS.stream().allMatch(offline::has)) {
            throw new StartupException(
                    ("the database knows no trust metadata, but %s holds keys whose sticks do:"
                         + " restore the database's backup; or, to begin anew and enrol every stick"
                         + " again, move %s away")
                            .formatted(online.directory(), online.directory()));
        }
    }
}
