package org.metalayer.server.checkin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.access.StickPrincipal;
import org.metalayer.server.fleet.Fleet;
import org.metalayer.server.fleet.Presence;
import org.metalayer.server.fleet.Seen;
import org.metalayer.server.fleet.StickState;
import org.metalayer.server.platform.LiveEvents;
import org.metalayer.server.platform.RateLimiter;

/**
 * Takes check-ins. The usual one, in which nothing changed, is a single statement on a narrow row;
 * what a stick runs is written only when it differs from what it said before.
 */
@ApplicationScoped
public class CheckIns {

    /** A big fleet checks in more often than anybody could look: watchers get a sample. */
    private static final int NEWS_PER_SECOND = 5;

    @Inject Presence presence;
    @Inject Fleet fleet;
    @Inject InstantSource clock;
    @Inject LiveEvents live;

    private final RateLimiter news = new RateLimiter(NEWS_PER_SECOND, Duration.ofSeconds(1));

    /**
     * Records that the stick is there; ends the request with 403 where it takes no part, and with
     * 401 where another copy of it was kept.
     */
    public StickState record(StickPrincipal session, CheckIn checkIn) {
        UUID stickId = session.stickId();
        Instant now = clock.instant();
        Seen seen = presence.touch(session, now, checkIn.freeBytes());
        if (!seen.state().takesPart()) {
            return fleet.requireTakingPart(stickId).state();
        }
        Sha256 digest = checkIn.digest();
        if (!digest.equals(seen.report())) {
            presence.report(
                    stickId,
                    digest,
                    checkIn.agentVersion(),
                    checkIn.hardwareClass().orElse(null),
                    checkIn.installed());
        }
        if (news.take("", now).isEmpty()) {
            live.publish("stick", stickId);
        }
        return seen.state();
    }
}
