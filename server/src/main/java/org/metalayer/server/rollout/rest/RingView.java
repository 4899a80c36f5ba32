package org.metalayer.server.rollout.rest;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Draw;
import org.metalayer.server.platform.WordOf;
import org.metalayer.server.rollout.Ring;
import org.metalayer.server.rollout.RingState;
import org.metalayer.server.rollout.gate.Counts;
import org.metalayer.server.rollout.gate.RingLimits;

/**
 * A ring as operators see it.
 *
 * @param share of the fleet that this ring and those before it reach, 0 to 1
 * @param bound every stick drawn at or below it is in this ring or one before; null before the
 *     start and for test sticks, who are named
 */
public record RingView(
        int ordinal,
        String name,
        double share,
        @Nullable String bound,
        @WordOf(RingState.class) String state,
        @Nullable Instant opensAt,
        @Nullable Instant openedAt,
        Counts counts,
        @Nullable VerdictView verdict,
        LimitsView limits) {

    /** What the gate says, and why. */
    public record VerdictView(
            @Schema(enumeration = {"advance", "hold", "halt"}) String kind, String reason) {}

    /** What the gate demands. */
    public record LimitsView(
            double maxFailureRatio,
            double minVerifiedRatio,
            double maxSilentRatio,
            double maxOutstandingRatio,
            long soakSeconds) {

        static LimitsView of(RingLimits limits) {
            return new LimitsView(
                    limits.maxFailureRatio(),
                    limits.minVerifiedRatio(),
                    limits.maxSilentRatio(),
                    limits.maxOutstandingRatio(),
                    limits.soak().toSeconds());
        }
    }

    static RingView of(Ring ring) {
        return new RingView(
                ring.ordinal(),
                ring.plan().name(),
                ring.plan().percent() / 100.0,
                ring.bound().map(Draw::hex).orElse(null),
                ring.state().wire(),
                ring.opensAt().orElse(null),
                ring.openedAt().orElse(null),
                ring.counts(),
                ring.verdict().map(v -> new VerdictView(v.kind(), v.reason())).orElse(null),
                LimitsView.of(ring.plan().limits()));
    }
}
