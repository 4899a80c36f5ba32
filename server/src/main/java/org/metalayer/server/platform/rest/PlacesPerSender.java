package org.metalayer.server.platform.rest;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.metalayer.server.platform.ProblemType;

/** How many bodies of each sender are under way. */
final class PlacesPerSender {

    private final int most;
    private final Map<UUID, Integer> taken = new ConcurrentHashMap<>();

    PlacesPerSender(int most) {
        this.most = most;
    }

    /** Takes one or ends the request with 429. */
    void take(UUID sender) {
        taken.merge(
                sender,
                1,
                (before, one) -> {
                    if (before == most) {
                        throw ProblemType.TOO_MANY_REQUESTS
                                .because(
                                        "%d requests of this stick are under way; wait for their answers"
                                                .formatted(most))
                                .header("Retry-After", "10");
                    }
                    return before + one;
                });
    }

    void giveBack(UUID sender) {
        taken.computeIfPresent(sender, (id, before) -> before == 1 ? null : before - 1);
    }
}
