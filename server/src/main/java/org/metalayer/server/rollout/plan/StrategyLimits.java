package org.metalayer.server.rollout.plan;

import org.metalayer.server.rollout.gate.RingLimits;

/**
 * What each strategy demands of its rings.
 *
 * @param wave of the first wave of {@code IMMEDIATE}
 * @param staged of every ring of {@code STAGED}
 * @param test of the test sticks of {@code TEST_FIRST}
 * @param whole of the last ring of {@code IMMEDIATE} and {@code TEST_FIRST}
 * @param offered of {@code OPTIONAL}
 */
public record StrategyLimits(
        RingLimits wave,
        RingLimits staged,
        RingLimits test,
        RingLimits whole,
        RingLimits offered) {}
