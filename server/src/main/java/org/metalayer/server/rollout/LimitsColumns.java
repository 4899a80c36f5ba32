package org.metalayer.server.rollout;

import jakarta.persistence.Embeddable;
import java.time.Duration;
import org.metalayer.server.rollout.gate.RingLimits;

/** How a gate's limits are kept; the gate itself knows of no database. */
@Embeddable
record LimitsColumns(
        double maxFailureRatio,
        double minVerifiedRatio,
        double maxSilentRatio,
        double maxOutstandingRatio,
        long soakSeconds) {

    static LimitsColumns of(RingLimits limits) {
        return new LimitsColumns(
                limits.maxFailureRatio(),
                limits.minVerifiedRatio(),
                limits.maxSilentRatio(),
                limits.maxOutstandingRatio(),
                limits.soak().toSeconds());
    }

    RingLimits toLimits() {
        return new RingLimits(
                maxFailureRatio,
                minVerifiedRatio,
                maxSilentRatio,
                maxOutstandingRatio,
                Duration.ofSeconds(soakSeconds));
    }
}
