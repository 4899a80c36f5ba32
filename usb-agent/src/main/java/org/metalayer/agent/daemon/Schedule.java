package org.metalayer.agent.daemon;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.metalayer.agent.stick.Intervals;

/**
 * When to call next. The Main System says how often within the owner's bounds; after failures the
 * pauses grow; every pause differs a little, so that a fleet does not call in step. Counts with
 * {@link System#nanoTime}, because clocks jump.
 */
final class Schedule {

    /** A Main System that comes back is noticed within this time. */
    private static final Duration LONGEST_AFTER_FAILURE = Duration.ofMinutes(1);

    private final Intervals intervals;
    private final RandomGenerator random;
    private Duration checkIn;
    private long checkInAt;
    private int failures;

    Schedule(Intervals intervals, RandomGenerator random) {
        this.intervals = intervals;
        this.random = random;
        this.checkIn = intervals.poll();
        this.checkInAt = System.nanoTime();
    }

    boolean isCheckInDue() {
        return System.nanoTime() - checkInAt >= 0;
    }

    /** Everything is due at once: somebody is waiting. */
    void hurry() {
        checkInAt = System.nanoTime();
    }

    /** The Main System asked to hear from this stick again after {@code pause}. */
    void checkInAgainAfter(Duration pause) {
        checkIn = intervals.bounded(pause);
        checkInAt = System.nanoTime() + jittered(checkIn).toNanos();
    }

    void roundEnded(boolean well) {
        failures = well ? 0 : failures + 1;
    }

    /** The pause before the next round. */
    Duration pause() {
        Duration usual = shorter(intervals.poll(), checkIn);
        if (failures == 0) {
            return jittered(usual);
        }
        Duration grown = usual.multipliedBy(1L << Math.min(failures - 1, 10));
        Duration longest =
                usual.compareTo(LONGEST_AFTER_FAILURE) > 0 ? usual : LONGEST_AFTER_FAILURE;
        return jittered(shorter(grown, longest));
    }

    private Duration jittered(Duration pause) {
        long millis = Math.max(pause.toMillis(), 1);
        return Duration.ofMillis(random.nextLong(millis * 8 / 10, millis * 12 / 10 + 1));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }
}
