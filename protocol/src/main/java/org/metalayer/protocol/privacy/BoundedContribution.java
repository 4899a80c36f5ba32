package org.metalayer.protocol.privacy;

import java.util.Collection;

/**
 * How much one stick may give to one metric in one period. Without it one stick could change an
 * aggregate by any amount, and no noise would hide it.
 *
 * @param bound in the metric's unit
 */
public record BoundedContribution(long bound) {

    /** Above it, sums of many sticks could not be held. */
    public static final long MOST = 1_000_000;

    /** Of a count: a stick is in it once, or it is not. */
    public static final BoundedContribution COUNT = new BoundedContribution(1);

    /**
     * @throws IllegalArgumentException when it is not from 1 to {@link #MOST}
     */
    public BoundedContribution {
        if (bound < 1 || bound > MOST) {
            throw new IllegalArgumentException(
                    "one stick gives 1 to %s at most, not %s".formatted(MOST, bound));
        }
    }

    /** What counts of a value: the same, but at least 0 and at most the bound. */
    public long clamp(long value) {
        return Math.clamp(value, 0, bound);
    }

    /** What counts of all that one stick recorded of the metric in the period. */
    public long ofOneStick(Collection<Long> values) {
        long sum = 0;
        for (long value : values) {
            sum = clamp(sum + clamp(value));
        }
        return sum;
    }
}
