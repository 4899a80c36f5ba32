package org.metalayer.agent.net;

import java.time.Duration;

/**
 * When several requests together have to be over: each of them may be just fast enough and all of
 * them still take days.
 */
public final class Deadline {

    private static final Duration AGES = Duration.ofDays(365);

    private final long end;

    private Deadline(long end) {
        this.end = end;
    }

    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** None that anybody would live to see. */
    public static Deadline none() {
        return in(AGES);
    }

    /** Not positive when it is over. */
    Duration left() {
        return Duration.ofNanos(end - System.nanoTime());
    }
}
