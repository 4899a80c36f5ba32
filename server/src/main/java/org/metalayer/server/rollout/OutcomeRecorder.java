package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.message.Outcome;
import org.metalayer.server.access.StickPrincipal;
import org.metalayer.server.fleet.Fleet;
import org.metalayer.server.platform.NoSuchThingException;

/** One transaction: the evidence and what it changes. */
@ApplicationScoped
class OutcomeRecorder {

    /** An attempt that fails is repeated, but evidence is kept for ever. */
    private static final int MOST_OF_ONE_STICK = 50;

    @Inject Fleet fleet;
    @Inject OutcomeQueries outcomes;
    @Inject RolloutRepository rollouts;
    @Inject DeploymentQueries deployments;
    @Inject AssignmentQueries assignment;
    @Inject InstantSource clock;
    @Inject Event<RolloutChanged> changed;

    @Transactional
    void record(StickPrincipal session, Outcome outcome, Sha256 payload, byte[] envelope) {
        Optional<Sha256> known = outcomes.payload(outcome.outcomeId());
        if (known.isEmpty()) {
            first(session, outcome, payload, envelope);
        } else if (!known.get().equals(payload)) {
            throw Outcomes.OUTCOME_REPLAYED.because(
                    "outcome %s was received with other content: give every outcome an id of its own"
                            .formatted(outcome.outcomeId()));
        }
    }

    private void first(StickPrincipal session, Outcome outcome, Sha256 payload, byte[] envelope) {
        var _ = fleet.requireNotSetAside(session);
        Rollout rollout =
                rollouts.find(outcome.rolloutId())
                        .orElseThrow(
                                () -> new NoSuchThingException("rollout " + outcome.rolloutId()));
        if (!rollout.releaseId().equals(outcome.releaseId())) {
            throw Outcomes.OUTCOME_MISMATCH.because(
                    "rollout %s is of release %s, the outcome names %s"
                            .formatted(rollout.id(), rollout.releaseId(), outcome.releaseId()));
        }
        if (outcomes.count(rollout.id(), outcome.stickId()) >= MOST_OF_ONE_STICK) {
            throw Outcomes.TOO_MANY_OUTCOMES.because(
                    "this stick told %d times what became of the rollout; nothing further is kept"
                            .formatted(MOST_OF_ONE_STICK));
        }
        Instant now = clock.instant();
        OutcomeEffect effect =
                OutcomeEffect.of(
                        deployment(rollout, outcome, now), outcome.result(), rollout.state());
        outcomes.insert(outcome, effect, payload, envelope, now);
        if (effect instanceof OutcomeEffect.Becomes(DeploymentState next)) {
            deployments.saveState(rollout.id(), outcome.stickId(), next, outcome.reason(), now);
            if (next == DeploymentState.VERIFIED) {
                deployments.supersedeLower(outcome.stickId(), rollout, now);
            }
            changed.fire(new RolloutChanged(rollout.id()));
        }
    }

    /** A stick that came late finds itself in the manifest before a tick has found the stick. */
    private Optional<DeploymentState> deployment(Rollout rollout, Outcome outcome, Instant now) {
        Optional<DeploymentState> found = deployments.lockState(rollout.id(), outcome.stickId());
        boolean open =
                switch (rollout.state()) {
                    case RUNNING, PAUSED, COMPLETED -> true;
                    case SCHEDULED, HALTED, SUPERSEDED -> false;
                };
        if (found.isPresent() || !open) {
            return found;
        }
        assignment.assign(rollout, 0, now, now, outcome.stickId());
        return deployments.lockState(rollout.id(), outcome.stickId());
    }
}
