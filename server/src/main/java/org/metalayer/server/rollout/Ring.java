package org.metalayer.server.rollout;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.Draw;
import org.metalayer.server.rollout.gate.Counts;
import org.metalayer.server.rollout.gate.Verdict;
import org.metalayer.server.rollout.plan.RingPlan;

/**
 * One ring of a rollout, as it was when it was read.
 *
 * @param ordinal from 1
 * @param opensAt the earliest time, known from the rollout's start on
 * @param soakFrom when it opened, moved on by every pause
 * @param bound every stick drawn at or below it is in this ring or one before; empty for named
 *     sticks and before the start
 * @param counts as of the last look
 * @param verdict of its gate at the last look
 */
public record Ring(
        UUID rolloutId,
        int ordinal,
        RingPlan plan,
        RingState state,
        Optional<Instant> opensAt,
        Optional<Instant> openedAt,
        Optional<Instant> soakFrom,
        Optional<Draw> bound,
        Counts counts,
        Optional<Verdict> verdict) {

    boolean hasSoakedBefore(Instant moment) {
        return soakFrom.stream().anyMatch(from -> from.plus(plan.limits().soak()).isBefore(moment));
    }
}
