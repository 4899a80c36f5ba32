package org.metalayer.protocol.privacy;

/**
 * From which noisy count on a group is shown at all. That it is shown says something too: without
 * this, a group of exactly k sticks would give away that none of them is missing.
 *
 * <p>It holds for each group by itself. A stick that is in several groups spends ε and δ in each.
 *
 * @param k a group of fewer is never shown, whatever the noise
 * @param delta how likely it may be at most that a group is shown because of one stick
 */
public record KeyThreshold(GroupThreshold k, Epsilon epsilon, double delta) {

    /** Above it, one stick of a thousand could be given away. */
    public static final double MOST = 1e-3;

    private static final double LEAST = 1e-12;

    /**
     * @throws IllegalArgumentException when {@code delta} is not from 1e-12 to 1e-3
     */
    public KeyThreshold {
        // Written so that NaN is refused as well.
        if (!(delta >= LEAST && delta <= MOST)) {
            throw new IllegalArgumentException(
                    "delta must be from %s to %s, was %s".formatted(LEAST, MOST, delta));
        }
    }

    /**
     * The threshold that is commonly published, 1 + ln(1 / 2δ) / ε, for a group that may be of one
     * stick. It is derived for continuous noise; that of whole numbers ends in heavier tails, and
     * {@link #least} is what holds for it.
     */
    public static double continuous(Epsilon epsilon, double delta) {
        return 1 + Math.log(1 / (2 * delta)) / epsilon.value().doubleValue();
    }

    /**
     * The smallest noisy count that is shown. A group of k sticks becomes one of k - 1, which is
     * never shown, when one is missing; so the least n is taken for which k + x reaches n with a
     * probability of at most δ. By {@link DiscreteLaplace} that is q<sup>n - k</sup> / (1 + q).
     */
    public long least() {
        double exponent = epsilon.value().doubleValue();
        double tail = Math.log(1 / (delta * (1 + Math.exp(-exponent)))) / exponent;
        return k.k() + (long) Math.ceil(tail);
    }
}
