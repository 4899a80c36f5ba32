package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Challenges that were answered, until they expire: a recorded answer opens no second session. Only
 * answers signed by accepted sticks get here, so strangers cannot fill it.
 */
@ApplicationScoped
class UsedChallenges {

    private final Map<String, Instant> expiries = new HashMap<>();
    private Instant sweepAt = Instant.MIN;

    synchronized int remembered() {
        return expiries.size();
    }

    /** Whether {@code challenge} was not answered before; it is from now on. */
    synchronized boolean firstUse(String challenge, Instant expiresAt, Instant now) {
        // Also when the clock was put back: it is never due later than one lifetime from now.
        Instant latest = now.plus(StickSessions.CHALLENGE_LIFETIME);
        if (now.isAfter(sweepAt) || sweepAt.isAfter(latest)) {
            expiries.values().removeIf(expiry -> !expiry.isAfter(now));
            sweepAt = latest;
        }
        return expiries.putIfAbsent(challenge, expiresAt) == null;
    }
}
