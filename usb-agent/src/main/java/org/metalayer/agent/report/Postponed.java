package org.metalayer.agent.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Reports that the Main System did not want yet, each for as long as it asked. */
final class Postponed {

    private final Map<UUID, Long> until = new HashMap<>();

    void put(UUID reportId, Duration pause) {
        until.put(reportId, System.nanoTime() + pause.toNanos());
    }

    boolean has(UUID reportId) {
        until.values().removeIf(end -> System.nanoTime() - end >= 0);
        return until.containsKey(reportId);
    }
}
