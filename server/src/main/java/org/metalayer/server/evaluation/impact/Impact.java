package org.metalayer.server.evaluation.impact;

import java.util.List;

/**
 * An explained score.
 *
 * @param score the sum of the factors' points
 */
public record Impact(ImpactLevel level, int score, List<Factor> factors) {

    /** Of what could not be examined. */
    public static final Impact UNKNOWN = new Impact(ImpactLevel.LOW, 0, List.of());

    public Impact {
        factors = List.copyOf(factors);
    }

    /** One reason for the score, in words for people. */
    public record Factor(String name, int points, String why) {}

    static Impact of(List<Factor> factors) {
        int score = factors.stream().mapToInt(Factor::points).sum();
        return new Impact(ImpactLevel.of(score), score, factors);
    }
}
