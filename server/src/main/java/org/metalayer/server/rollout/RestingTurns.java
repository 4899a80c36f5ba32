package org.metalayer.server.rollout;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Whose turn it is among rollouts that came to rest: every one's once a minute. Outcomes are looked
 * at when they come; what else may happen to these is not urgent.
 */
final class RestingTurns {

    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Set<UUID> due = new LinkedHashSet<>();
    private Instant begunAt = Instant.EPOCH;

    /** Whether all of them have a turn again; asked once, it has begun. */
    synchronized boolean begins(Instant now) {
        if (Duration.between(begunAt, now).abs().compareTo(EVERY) < 0) {
            return false;
        }
        begunAt = now;
        return true;
    }

    synchronized void add(Collection<UUID> resting) {
        due.addAll(resting);
    }

    /** Who had no turn yet: one that was passed over keeps it. */
    synchronized List<UUID> due() {
        return List.copyOf(due);
    }

    synchronized void looked(UUID rolloutId) {
        due.remove(rolloutId);
    }
}
