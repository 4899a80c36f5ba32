package org.metalayer.protocol.privacy;

import java.util.random.RandomGenerator;

/**
 * Whole-numbered noise x with a probability of (1 - q) / (1 + q) · q<sup>|x|</sup>, where q =
 * e<sup>-ε / sensitivity</sup>. It is drawn exactly: Algorithm 2 of Canonne, Kamath and Steinke,
 * "The Discrete Gaussian for Differential Privacy", 2020 (arXiv 2004.00010). Fractions that are
 * rounded, as floating-point numbers are, would show what the noise has to hide (Mironov, 2012).
 *
 * @param sensitivity by how much one stick can change what the noise is added to, at most
 */
public record DiscreteLaplace(Epsilon epsilon, long sensitivity) {

    /**
     * @throws IllegalArgumentException when one stick changes nothing, or more than it may give
     */
    public DiscreteLaplace {
        if (sensitivity < 1 || sensitivity > BoundedContribution.MOST) {
            throw new IllegalArgumentException(
                    "one stick changes by 1 to %s, not by %s"
                            .formatted(BoundedContribution.MOST, sensitivity));
        }
    }

    /** For what sticks gave within that bound. */
    public static DiscreteLaplace over(BoundedContribution contribution, Epsilon epsilon) {
        return new DiscreteLaplace(epsilon, contribution.bound());
    }

    /**
     * Draws once. How long that takes depends on what is drawn: draw before anybody waits for it.
     *
     * @param random must be a {@link java.security.SecureRandom} wherever sticks are real: noise
     *     that can be foretold can be taken off again
     */
    public long draw(RandomGenerator random) {
        while (true) {
            long size = size(random);
            boolean negative = random.nextBoolean();
            // There is one zero only: it would come twice as often as it should.
            if (size != 0 || !negative) {
                return negative ? -size : size;
            }
        }
    }

    /** With a probability of (1 - q) · q<sup>size</sup>. */
    private long size(RandomGenerator random) {
        long scale = sensitivity * epsilon.denominator();
        long part = random.nextLong(scale);
        while (!ExponentialCoin.heads(part, scale, random)) {
            part = random.nextLong(scale);
        }
        long whole = ExponentialCoin.run(random);
        return Math.addExact(part, Math.multiplyExact(scale, whole)) / epsilon.numerator();
    }
}
