package org.metalayer.server.rollout.gate;

import java.time.Duration;

/**
 * What a ring must show before the next one opens. Ratios are shares of the ring's eligible sticks,
 * 0 to 1; malformed limits cannot exist.
 *
 * @param maxFailureRatio above it the rollout halts
 * @param minVerifiedRatio at least this share has verified, and never less than one stick
 * @param maxSilentRatio at most this share may not have been seen since the ring opened
 * @param maxOutstandingRatio at most this share may have been seen without an outcome
 * @param soak the ring stays open at least this long
 */
public record RingLimits(
        double maxFailureRatio,
        double minVerifiedRatio,
        double maxSilentRatio,
        double maxOutstandingRatio,
        Duration soak) {

    public RingLimits {
        requireRatio("max-failure-ratio", maxFailureRatio);
        requireRatio("min-verified-ratio", minVerifiedRatio);
        requireRatio("max-silent-ratio", maxSilentRatio);
        requireRatio("max-outstanding-ratio", maxOutstandingRatio);
        if (soak.isNegative()) {
            throw new IllegalArgumentException("soak must not be negative, was " + soak);
        }
    }

    private static void requireRatio(String name, double ratio) {
        if (!(ratio >= 0 && ratio <= 1)) { // refuses NaN too
            throw new IllegalArgumentException(name + " must be in [0,1], was " + ratio);
        }
    }
}
