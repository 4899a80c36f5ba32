package org.metalayer.server.rollout;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.metalayer.server.platform.LiveEvents;
import org.metalayer.server.rollout.gate.Counts;
import org.metalayer.server.rollout.gate.RingGate;
import org.metalayer.server.rollout.gate.RingProgress;
import org.metalayer.server.rollout.gate.Verdict;

/**
 * Looks at one rollout and lets it take the step that is due, if any. Safe to run anywhere at any
 * time: whoever comes second finds the rollout claimed and leaves it.
 */
@ApplicationScoped
class RolloutTick {

    private static final int LONGEST_SECONDS = 3600;

    @Inject RolloutRepository rollouts;
    @Inject RingRepository rings;
    @Inject DeploymentQueries deployments;
    @Inject RolloutSteps steps;
    @Inject LateSticks lateSticks;
    @Inject RolloutSettings settings;
    @Inject InstantSource clock;
    @Inject LiveEvents live;

    /** A start draws for every stick: with millions of them that takes minutes, and not one. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    void look(UUID rolloutId) {
        rollouts.claim(rolloutId).ifPresent(this::look);
    }

    private void look(RolloutEntity rollout) {
        switch (rollout.state()) {
            case SCHEDULED -> startWhenAnnounced(rollout);
            case RUNNING -> {
                lateSticks.join(rollout);
                recount(rollout);
                judge(rollout);
            }
            case PAUSED, COMPLETED -> {
                recount(rollout);
                watch(rollout);
            }
            case HALTED -> {
                steps.rollBack(rollout.toRecord());
                recount(rollout);
            }
            case SUPERSEDED -> recount(rollout);
        }
    }

    private void startWhenAnnounced(RolloutEntity rollout) {
        boolean due =
                rollout.toRecord()
                        .announcedAt()
                        .filter(at -> !at.plus(settings.notice()).isAfter(clock.instant()))
                        .isPresent();
        if (due) {
            steps.start(rollout);
        }
    }

    private void judge(RolloutEntity rollout) {
        List<RingEntity> all = rings.of(rollout.id());
        RingEntity open =
                all.stream()
                        .filter(ring -> ring.state() == RingState.OPEN)
                        .findFirst()
                        .orElseThrow();
        Ring present = open.toRecord();
        Verdict verdict = new RingGate(present.plan().limits()).judge(progress(all, present));
        if (open.judge(verdict)) {
            live.publish(Rollouts.LIVE_TYPE, rollout.id());
        }
        switch (verdict) {
            case Verdict.Advance(String reason) ->
                    steps.advance(rollout, reason, RolloutLife.MAIN_SYSTEM);
            case Verdict.Halt(String reason) ->
                    steps.halt(rollout, reason, RolloutLife.MAIN_SYSTEM);
            case Verdict.Hold hold -> {}
        }
    }

    /** Harm halts also what is paused, and for a while what is complete. */
    private void watch(RolloutEntity rollout) {
        List<RingEntity> all = rings.of(rollout.id());
        all.stream()
                .filter(ring -> ring.state().isReached())
                .reduce((earlier, later) -> later)
                .ifPresent(reached -> watch(rollout, all, reached));
    }

    private void watch(RolloutEntity rollout, List<RingEntity> all, RingEntity reached) {
        Ring present = reached.toRecord();
        new RingGate(present.plan().limits())
                .brake(progress(all, present))
                .ifPresent(harm -> {
                    reached.judge(harm);
                    steps.halt(rollout, harm.reason(), RolloutLife.MAIN_SYSTEM);
                });
    }

    private RingProgress progress(List<RingEntity> entities, Ring ring) {
        Instant now = clock.instant();
        List<Ring> all = entities.stream().map(RingEntity::toRecord).toList();
        Counts before =
                all.stream()
                        .filter(each -> each.ordinal() < ring.ordinal())
                        .map(Ring::counts)
                        .reduce(Counts.NONE, Counts::plus);
        Duration untilNext =
                all.stream()
                        .filter(each -> each.ordinal() == ring.ordinal() + 1)
                        .flatMap(next -> next.opensAt().stream())
                        .map(at -> Duration.between(now, at))
                        .findFirst()
                        .orElse(Duration.ZERO);
        return new RingProgress(
                ring.counts(),
                before,
                Duration.between(ring.soakFrom().orElse(now), now),
                untilNext);
    }

    private void recount(RolloutEntity rollout) {
        if (deployments.recount(rollout.id())) {
            live.publish(Rollouts.LIVE_TYPE, rollout.id());
        }
    }
}
