package org.metalayer.server.platform;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Lets each key do something so many times at once, refilled evenly over a window (generic cell
 * rate algorithm). Remembers a bounded number of keys: the one unused for longest is forgotten
 * first.
 */
public final class RateLimiter {

    private static final int REMEMBERED = 10_000;

    private final Duration window;
    private final Duration cost;

    /** When a key will have its whole allowance again. */
    private final Map<String, Instant> restoredAt =
            new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /** Allows {@code permits} per {@code window} to each key. */
    public RateLimiter(int permits, Duration window) {
        if (permits < 1 || window.isNegative() || window.isZero()) {
            throw new IllegalArgumentException(
                    "needs at least 1 permit and a positive window, was %d in %s"
                            .formatted(permits, window));
        }
        this.window = window;
        this.cost = window.dividedBy(permits);
    }

    /** Takes one permit; where none is left, answers how long to wait for one. */
    public synchronized Optional<Duration> take(String key, Instant now) {
        Instant after = start(key, now).plus(cost);
        Duration wait = Duration.between(now.plus(window), after);
        if (wait.isPositive()) {
            return Optional.of(wait);
        }
        restoredAt.put(key, after);
        return Optional.empty();
    }

    /** Never more than a window ahead, unless the clock was set back: then the key starts anew. */
    private Instant start(String key, Instant now) {
        Instant before = restoredAt.getOrDefault(key, now);
        return before.isBefore(now) || before.isAfter(now.plus(window)) ? now : before;
    }

    /** Takes one permit or ends the request with 429 and {@code Retry-After}. */
    public void require(String key, Instant now, String detail) {
        Optional<Duration> wait = take(key, now);
        if (wait.isPresent()) {
            long seconds = wait.get().plusSeconds(1).minusNanos(1).toSeconds();
            throw ProblemType.TOO_MANY_REQUESTS
                    .because("%s; try again in %d s".formatted(detail, seconds))
                    .header("Retry-After", Long.toString(seconds));
        }
    }

    /** Gives back one permit that was not used after all. */
    public synchronized void giveBack(String key) {
        restoredAt.computeIfPresent(key, (name, at) -> at.minus(cost));
    }

    /** Gives a key its whole allowance back. */
    public synchronized void forgive(String key) {
        restoredAt.remove(key);
    }
}
