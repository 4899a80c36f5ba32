package org.metalayer.agent.install;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Spaces out attempts at a release that failed for a reason that may pass, such as somebody on the
 * line who changes what is sent: soon at first, then ever more seldom. A new reason starts anew.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Map<UUID, Pause> pauses = new HashMap<>();

    private record Pause(String reason, Duration length, long endsAt) {}

    /** How long to leave a release alone; empty when it may be tried now. */
    Optional<Duration> rest(UUID releaseId) {
        return Optional.ofNullable(pauses.get(releaseId))
                .map(pause -> Duration.ofNanos(pause.endsAt() - System.nanoTime()))
                .filter(Duration::isPositive);
    }

    void failed(UUID releaseId, String reason) {
        Duration length =
                Optional.ofNullable(pauses.get(releaseId))
                        .filter(pause -> pause.reason().equals(reason))
                        .map(pause -> pause.length().multipliedBy(2))
                        .orElse(FIRST);
        Duration bounded = length.compareTo(LONGEST) > 0 ? LONGEST : length;
        pauses.put(releaseId, new Pause(reason, bounded, System.nanoTime() + bounded.toNanos()));
    }

    /** Somebody is waiting. */
    void forget(UUID releaseId) {
        pauses.remove(releaseId);
    }
}
