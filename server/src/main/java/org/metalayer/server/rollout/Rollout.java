package org.metalayer.server.rollout;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Strategy;
import org.metalayer.server.evaluation.policy.Priority;
import org.metalayer.server.platform.IllegalTransitionException;

/**
 * One staged delivery of one release. Its verbs answer the changed rollout, or refuse what the
 * transition table does not allow.
 *
 * @param version grows with every change
 * @param releaseVersion of the component
 * @param announcedAt when the seed's commitment was first published
 */
public record Rollout(
        UUID id,
        int version,
        ComponentName component,
        UUID releaseId,
        int releaseVersion,
        Strategy strategy,
        Priority priority,
        Seed seed,
        RolloutLife life,
        Instant createdAt,
        Optional<Instant> announcedAt) {

    public RolloutState state() {
        return life.state();
    }

    Rollout start(Instant now) {
        return become(RolloutState.RUNNING, "started", RolloutLife.MAIN_SYSTEM, now);
    }

    Rollout pause(String reason, String by, Instant now) {
        return become(RolloutState.PAUSED, reason, by, now);
    }

    /** Goes on where it was paused. */
    Rollout resume(String reason, String by, Instant now) {
        return become(
                life.startedAt().isPresent() ? RolloutState.RUNNING : RolloutState.SCHEDULED,
                reason,
                by,
                now);
    }

    Rollout halt(String reason, String by, Instant now) {
        return become(RolloutState.HALTED, reason, by, now);
    }

    Rollout complete(String reason, String by, Instant now) {
        return become(RolloutState.COMPLETED, reason, by, now);
    }

    Rollout supersede(String reason, Instant now) {
        return become(RolloutState.SUPERSEDED, reason, RolloutLife.MAIN_SYSTEM, now);
    }

    /** A rollout stays as it is and remembers why somebody opened its next ring. */
    Rollout advance(String reason, String by) {
        if (state() != RolloutState.RUNNING) {
            throw new IllegalTransitionException(subject(), state(), RolloutState.RUNNING);
        }
        return with(life.noted(reason, by));
    }

    private Rollout become(RolloutState next, String reason, String by, Instant now) {
        if (!state().mayBecome(next)) {
            throw new IllegalTransitionException(subject(), state(), next);
        }
        return with(life.become(next, reason, by, now));
    }

    private Rollout with(RolloutLife changed) {
        return new Rollout(
                id,
                version + 1,
                component,
                releaseId,
                releaseVersion,
                strategy,
                priority,
                seed,
                changed,
                createdAt,
                announcedAt);
    }

    private String subject() {
        return "the rollout of %s %d".formatted(component, releaseVersion);
    }
}
