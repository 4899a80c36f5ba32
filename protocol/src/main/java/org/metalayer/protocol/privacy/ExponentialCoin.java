package org.metalayer.protocol.privacy;

import java.util.random.RandomGenerator;

/**
 * A coin that shows heads with a probability of e<sup>-γ</sup>, exactly: Algorithm 1 of Canonne,
 * Kamath and Steinke, "The Discrete Gaussian for Differential Privacy", 2020 (arXiv 2004.00010),
 * for γ from 0 to 1.
 */
final class ExponentialCoin {
    private ExponentialCoin() {}

    /**
     * Tosses it once.
     *
     * @param part γ's numerator, from 0 to {@code whole}
     * @param whole γ's denominator, above 0
     */
    static boolean heads(long part, long whole, RandomGenerator random) {
        long turn = 1;
        // A probability of γ/turn, as two that both must hold: their product could overflow.
        while (random.nextLong(turn) == 0 && random.nextLong(whole) < part) {
            turn++;
        }
        return turn % 2 == 1;
    }

    /** How often one with γ = 1 shows heads before it shows tails. */
    static long run(RandomGenerator random) {
        long length = 0;
        while (heads(1, 1, random)) {
            length++;
        }
        return length;
    }
}
