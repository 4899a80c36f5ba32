package org.metalayer.server.rollout;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.metalayer.server.platform.Ticker;

/**
 * Leaves most of the machine to others. Looking at a rollout counts all its sticks, which takes
 * long where they are many; the longer it took, the later it is done again, so that all rollouts
 * that want to be looked at are so for about a tenth of the time.
 */
final class LookPace {

    private static final long SHARE = 10;

    /** However large the fleet is, harm is seen within a minute. */
    private static final Duration LONGEST_REST = Duration.ofMinutes(1);

    private final Ticker ticker;
    private final Map<UUID, Look> looks = new ConcurrentHashMap<>();

    private record Look(long ended, Duration took) {}

    LookPace(Ticker ticker) {
        this.ticker = ticker;
    }

    /**
     * How long a rollout is still to be left alone; zero when it may be looked at.
     *
     * @param sharing how many rollouts share the tenth: what has news need not wait for the turns
     *     of those that have none
     */
    Duration remaining(UUID rolloutId, int sharing) {
        Look last = looks.get(rolloutId);
        if (last == null) {
            return Duration.ZERO;
        }
        Duration due = last.took().multipliedBy(SHARE * Math.max(1, sharing));
        Duration rest = due.compareTo(LONGEST_REST) < 0 ? due : LONGEST_REST;
        Duration left = rest.minusNanos(ticker.nanos() - last.ended());
        return left.isPositive() ? left : Duration.ZERO;
    }

    /** Does a look and remembers what it took. */
    Looked look(UUID rolloutId, Supplier<Looked> look) {
        long began = ticker.nanos();
        try {
            return look.get();
        } finally {
            long now = ticker.nanos();
            looks.put(rolloutId, new Look(now, Duration.ofNanos(now - began)));
        }
    }

    /** Forgets looks that nobody rests from, which are those at rollouts that ended too. */
    void tidy() {
        long now = ticker.nanos();
        looks.values().removeIf(look -> now - look.ended() >= LONGEST_REST.toNanos());
    }
}
