package org.metalayer.server.rollout;

import io.quarkus.runtime.Startup;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.metalayer.server.platform.StartupException;
import org.metalayer.server.rollout.gate.RingLimits;
import org.metalayer.server.rollout.plan.RolloutPlans;
import org.metalayer.server.rollout.plan.StrategyLimits;

/** The settings of rollouts, checked at the start: a malformed limit must never judge a ring. */
@Startup(RolloutSettings.FIRST)
@Singleton
public class RolloutSettings {

    /** Before a first start makes anything, and before the first manifest asks for them. */
    static final int FIRST = 1;

    private final RolloutConfig config;
    private final RolloutPlans plans;

    @Inject
    RolloutSettings(RolloutConfig config) {
        this.config = config;
        this.plans =
                new RolloutPlans(
                        new StrategyLimits(
                                limits("wave", config.wave()),
                                limits("staged", config.staged()),
                                limits("test", config.test()),
                                limits("whole", config.whole()),
                                limits("offered", config.offered())));
        if (config.testSticks() < 1) {
            throw new StartupException("metalayer.rollout.test-sticks must be at least 1");
        }
        if (config.verifyFor().isNegative() || config.notice().isNegative()) {
            throw new StartupException(
                    "metalayer.rollout.verify-for and .notice must not be negative");
        }
    }

    RolloutPlans plans() {
        return plans;
    }

    Duration verifyFor() {
        return config.verifyFor();
    }

    Duration notice() {
        return config.notice();
    }

    Duration seenWithin() {
        return config.seenWithin();
    }

    Duration watchFor() {
        return config.watchFor();
    }

    Duration joinEvery() {
        return config.joinEvery();
    }

    int testSticks() {
        return config.testSticks();
    }

    private static RingLimits limits(String name, RolloutConfig.Limits limits) {
        try {
            return new RingLimits(
                    limits.maxFailureRatio(),
                    limits.minVerifiedRatio(),
                    limits.maxSilentRatio(),
                    limits.maxOutstandingRatio(),
                    limits.soak());
        } catch (IllegalArgumentException e) {
            throw new StartupException("metalayer.rollout.%s.%s".formatted(name, e.getMessage()));
        }
    }
}
