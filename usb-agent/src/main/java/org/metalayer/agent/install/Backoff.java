package org.metalayer.agent.install;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Spaces out attempts at a release that failed for a reason that may pass, such as a wrong answer
 * from somebody on the line: soon at first, then ever more seldom.
 */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Map<UUID, Pause> pauses = new HashMap<>();

    private record Pause(Duration length, long endsAt) {}

    /** Whether to try again now; each yes makes the next pause longer. */
    boolean isOver(UUID releaseId) {
        long now = System.nanoTime();
        Pause pause = pauses.get(releaseId);
        if (pause != null && now - pause.endsAt() < 0) {
            return false;
        }
        Duration next = pause == null ? FIRST : pause.length().multipliedBy(2);
        Duration length = next.compareTo(LONGEST) > 0 ? LONGEST : next;
        pauses.put(releaseId, new Pause(length, now + length.toNanos()));
        return true;
    }
}
