package org.metalayer.server.rollout;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.metalayer.server.platform.Ticker;

/**
 * Leaves most of the machine to others. Looking at a rollout counts all its sticks, which takes
 * long where they are many; the longer it took, the later it is done again, so that all rollouts
 * together are looked at for about a tenth of the time.
 */
final class LookPace {

    private static final long SHARE = 10;

    /** However large the fleet is, harm is seen within a minute. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final Ticker ticker;
    private final Map<UUID, Rest> rests = new ConcurrentHashMap<>();

    private record Rest(long began, Duration length) {}

    LookPace(Ticker ticker) {
        this.ticker = ticker;
    }

    /** How long a rollout is still to be left alone; zero when it may be looked at. */
    Duration remaining(UUID rolloutId) {
        Rest rest = rests.get(rolloutId);
        if (rest == null) {
            return Duration.ZERO;
        }
        Duration left = rest.length().minusNanos(ticker.nanos() - rest.began());
        return left.isPositive() ? left : Duration.ZERO;
    }

    /**
     * Does a look and remembers what it took.
     *
     * @param others how many rollouts share the tenth
     */
    void look(UUID rolloutId, int others, Runnable look) {
        long began = ticker.nanos();
        try {
            look.run();
        } finally {
            long now = ticker.nanos();
            Duration due = Duration.ofNanos(now - began).multipliedBy(SHARE * Math.max(1, others));
            Duration rest = due.compareTo(LONGEST_REST) < 0 ? due : LONGEST_REST;
            rests.put(rolloutId, new Rest(now, rest));
        }
    }

    /** Forgets rests that are over, which are those of rollouts that ended too. */
    void tidy() {
        rests.keySet().removeIf(id -> remaining(id).isZero());
    }
}
