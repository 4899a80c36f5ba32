package org.metalayer.server.rollout;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.Draw;
import org.metalayer.server.platform.IllegalTransitionException;
import org.metalayer.server.rollout.gate.Counts;
import org.metalayer.server.rollout.gate.Verdict;
import org.metalayer.server.rollout.plan.RingPlan;

/**
 * One ring of a rollout.
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

    static Ring planned(UUID rolloutId, int ordinal, RingPlan plan) {
        return new Ring(
                rolloutId,
                ordinal,
                plan,
                RingState.WAITING,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Counts.NONE,
                Optional.empty());
    }

    /** The rollout starts: the ring's earliest time is known. */
    Ring scheduleFrom(Instant start) {
        return with(state, Optional.of(start.plus(plan.opensAfter())), openedAt, soakFrom, verdict);
    }

    Ring open(Instant now) {
        return become(RingState.OPEN, opensAt, Optional.of(now), Optional.of(now));
    }

    Ring pass() {
        return become(RingState.PASSED, opensAt, openedAt, soakFrom);
    }

    Ring halt() {
        return become(RingState.HALTED, opensAt, openedAt, soakFrom);
    }

    /** A pause counts neither towards the ring's time nor towards the next one's. */
    Ring resumeAfter(Duration pause) {
        return with(
                state,
                state == RingState.WAITING ? opensAt.map(at -> at.plus(pause)) : opensAt,
                openedAt,
                state == RingState.OPEN ? soakFrom.map(at -> at.plus(pause)) : soakFrom,
                verdict);
    }

    Ring judged(Verdict given) {
        return with(state, opensAt, openedAt, soakFrom, Optional.of(given));
    }

    private Ring become(
            RingState next,
            Optional<Instant> opens,
            Optional<Instant> opened,
            Optional<Instant> soak) {
        if (!state.mayBecome(next)) {
            throw new IllegalTransitionException("ring " + plan.name(), state, next);
        }
        return with(next, opens, opened, soak, verdict);
    }

    private Ring with(
            RingState next,
            Optional<Instant> opens,
            Optional<Instant> opened,
            Optional<Instant> soak,
            Optional<Verdict> given) {
        return new Ring(rolloutId, ordinal, plan, next, opens, opened, soak, bound, counts, given);
    }
}
