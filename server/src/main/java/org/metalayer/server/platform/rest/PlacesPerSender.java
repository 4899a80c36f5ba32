package org.metalayer.server.platform.rest;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.metalayer.server.platform.ProblemType;

/** How many bodies of each stick are under way, whatever they are. */
@Singleton
public class PlacesPerSender {

    private static final int MOST = 4;

    private final Map<UUID, Integer> taken = new ConcurrentHashMap<>();

    /** Of one body, until it is closed. */
    public interface Place extends AutoCloseable {
        @Override
        void close();
    }

    /** Takes one or ends the request with 429. */
    public Place take(UUID sender) {
        taken.merge(
                sender,
                1,
                (before, one) -> {
                    if (before == MOST) {
                        throw ProblemType.TOO_MANY_REQUESTS
                                .because(
                                        "%d requests of this stick are under way; wait for their answers"
                                                .formatted(MOST))
                                .header("Retry-After", "10");
                    }
                    return before + one;
                });
        return () -> giveBack(sender);
    }

    private void giveBack(UUID sender) {
        taken.computeIfPresent(sender, (id, before) -> before == 1 ? null : before - 1);
    }
}
