package org.metalayer.server.rollout.plan;

import java.time.Duration;
import org.metalayer.server.rollout.gate.RingLimits;

/**
 * One ring as a strategy wants it.
 *
 * @param percent of the fleet that this ring and those before it reach; 0 for test sticks
 * @param opensAfter the start of the rollout, at the earliest
 */
public record RingPlan(
        String name, Selection selection, int percent, Duration opensAfter, RingLimits limits) {

    public RingPlan {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("percent must be 0 to 100, was " + percent);
        }
        if (opensAfter.isNegative()) {
            throw new IllegalArgumentException("a ring cannot open before the start");
        }
    }
}
