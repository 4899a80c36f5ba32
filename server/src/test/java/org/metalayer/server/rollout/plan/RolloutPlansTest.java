package org.metalayer.server.rollout.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metalayer.protocol.Strategy;
import org.metalayer.server.rollout.gate.RingLimits;

class RolloutPlansTest {

    private static final RingLimits WAVE = limits(0.1);
    private static final RingLimits STAGED = limits(0.2);
    private static final RingLimits TEST = limits(0.3);
    private static final RingLimits WHOLE = limits(0.4);
    private static final RingLimits OFFERED = limits(0.5);
    private static final RolloutPlans PLANS =
            new RolloutPlans(new StrategyLimits(WAVE, STAGED, TEST, WHOLE, OFFERED));

    @Test
    void stagedReachesTenFiftyAndAllOnDayOneThreeAndSeven() {
        assertThat(PLANS.of(Strategy.STAGED))
                .containsExactly(
                        ring("day 1", Selection.SHARE, 10, 0, STAGED),
                        ring("day 3", Selection.SHARE, 50, 2, STAGED),
                        ring("day 7", Selection.SHARE, 100, 6, STAGED));
    }

    @Test
    void testFirstAsksTestSticksBeforeEveryone() {
        assertThat(PLANS.of(Strategy.TEST_FIRST))
                .containsExactly(
                        ring("test sticks", Selection.TEST_STICKS, 0, 0, TEST),
                        ring("everyone", Selection.SHARE, 100, 0, WHOLE));
    }

    @Test
    void immediateGoesOutInTwoWavesWithoutWaitingForDays() {
        assertThat(PLANS.of(Strategy.IMMEDIATE))
                .containsExactly(
                        ring("first wave", Selection.SHARE_OF_SEEN, 10, 0, WAVE),
                        ring("everyone", Selection.SHARE, 100, 0, WHOLE));
    }

    @Test
    void optionalIsOfferedToAllAtOnce() {
        assertThat(PLANS.of(Strategy.OPTIONAL))
                .containsExactly(ring("offered to all", Selection.SHARE, 100, 0, OFFERED));
    }

    @ParameterizedTest
    @EnumSource
    void everyStrategyEndsWithEveryone(Strategy strategy) {
        List<RingPlan> rings = PLANS.of(strategy);

        assertThat(rings.getLast().percent()).isEqualTo(100);
        assertThat(rings).isSortedAccordingTo((a, b) -> a.opensAfter().compareTo(b.opensAfter()));
    }

    private static RingPlan ring(
            String name, Selection selection, int percent, int day, RingLimits limits) {
        return new RingPlan(name, selection, percent, Duration.ofDays(day), limits);
    }

    private static RingLimits limits(double maxFailureRatio) {
        return new RingLimits(maxFailureRatio, 0.5, 0.5, 0, Duration.ZERO);
    }
}
