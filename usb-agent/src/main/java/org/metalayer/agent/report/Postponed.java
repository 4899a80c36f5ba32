package org.metalayer.agent.report;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reports that the Main System did not want yet, each for as long as it asked. */
final class Postponed {

    private final Map<UUID, Pause> pauses = new HashMap<>();

    private record Pause(String reason, long endsAt) {}

    void put(UUID reportId, Duration pause, String reason) {
        pauses.put(reportId, new Pause(reason, System.nanoTime() + pause.toNanos()));
    }

    /** Why a report waits; empty when it does not. */
    Optional<String> reason(UUID reportId) {
        pauses.values().removeIf(pause -> System.nanoTime() - pause.endsAt() >= 0);
        return Optional.ofNullable(pauses.get(reportId)).map(Pause::reason);
    }
}
