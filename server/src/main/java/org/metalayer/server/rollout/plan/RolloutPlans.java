package org.metalayer.server.rollout.plan;

import java.time.Duration;
import java.util.List;
import org.metalayer.protocol.Strategy;
import org.metalayer.server.rollout.gate.RingLimits;

/** The rings of each strategy. The last ring always reaches everyone. */
public record RolloutPlans(StrategyLimits limits) {

    private static final Duration AT_ONCE = Duration.ZERO;

    public List<RingPlan> of(Strategy strategy) {
        return switch (strategy) {
            case IMMEDIATE ->
                    List.of(
                            new RingPlan(
                                    "first wave",
                                    Selection.SHARE_OF_SEEN,
                                    10,
                                    AT_ONCE,
                                    limits.wave()),
                            everyone("everyone", AT_ONCE, limits.whole()));
            case STAGED ->
                    List.of(
                            share("day 1", 10, Duration.ZERO),
                            share("day 3", 50, Duration.ofDays(2)),
                            everyone("day 7", Duration.ofDays(6), limits.staged()));
            case TEST_FIRST ->
                    List.of(
                            new RingPlan(
                                    "test sticks",
                                    Selection.TEST_STICKS,
                                    0,
                                    AT_ONCE,
                                    limits.test()),
                            everyone("everyone", AT_ONCE, limits.whole()));
            case OPTIONAL -> List.of(everyone("offered to all", AT_ONCE, limits.offered()));
        };
    }

    private RingPlan share(String name, int percent, Duration opensAfter) {
        return new RingPlan(name, Selection.SHARE, percent, opensAfter, limits.staged());
    }

    private static RingPlan everyone(String name, Duration opensAfter, RingLimits limits) {
        return new RingPlan(name, Selection.SHARE, 100, opensAfter, limits);
    }
}
