package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Challenges that were answered, until they expire: a recorded answer opens no second session. Only
 * answers with a valid signature get here, so strangers cannot fill it.
 */
@ApplicationScoped
class UsedChallenges {

    private final Map<String, Instant> expiries = new HashMap<>();
    private Instant sweepAt = Instant.MIN;

    /** Whether {@code challenge} was not answered before; it is from now on. */
    synchronized boolean firstUse(String challenge, Instant expiresAt, Instant now) {
        if (now.isAfter(sweepAt)) {
            expiries.values().removeIf(expiry -> !expiry.isAfter(now));
            sweepAt = now.plus(StickSessions.CHALLENGE_LIFETIME);
        }
        return expiries.putIfAbsent(challenge, expiresAt) == null;
    }
}
