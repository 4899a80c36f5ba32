package org.metalayer.server.rollout;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
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

    static final int LONGEST_SECONDS = 3600;

    @Inject RolloutRepository rollouts;
    @Inject RingRepository rings;
    @Inject DeploymentQueries deployments;
    @Inject RingTimeQueries times;
    @Inject RolloutSteps steps;
    @Inject LateSticks lateSticks;
    @Inject RolloutSettings settings;
    @Inject InstantSource clock;
    @Inject LiveEvents live;

    /** A start draws for every stick: with millions of them that takes minutes, and not one. */
    @Transactional
    @TransactionConfiguration(timeout = LONGEST_SECONDS)
    Looked look(UUID rolloutId) {
        Optional<RolloutEntity> claimed = rollouts.claim(rolloutId);
        if (claimed.isEmpty()) {
            return rollouts.find(rolloutId).isPresent() ? Looked.NOT : Looked.IDLE;
        }
        boolean stepped = look(claimed.get());
        claimed.get().turnBack(clock.instant(), RingTimeQueries.CLOCKS_DIFFER);
        return stepped ? Looked.STEPPED : Looked.IDLE;
    }

    private boolean look(RolloutEntity rollout) {
        return switch (rollout.state()) {
            case SCHEDULED -> startWhenAnnounced(rollout);
            case RUNNING -> {
                times.turnBack(rollout.id());
                lateSticks.join(rollout);
                recount(rollout);
                yield judge(rollout);
            }
            case PAUSED, COMPLETED -> {
                recount(rollout);
                yield watch(rollout);
            }
            case HALTED -> {
                steps.rollBack(rollout.toRecord());
                recount(rollout);
                yield false;
            }
            case SUPERSEDED -> {
                recount(rollout);
                yield false;
            }
        };
    }

    private boolean startWhenAnnounced(RolloutEntity rollout) {
        Instant before = clock.instant().minus(settings.notice());
        // Later than anybody can have announced it, the clock was ahead then.
        Instant behind =
                clock.instant().plus(settings.notice()).plus(RingTimeQueries.CLOCKS_DIFFER);
        boolean due =
                rollout.toRecord()
                        .announcedAt()
                        .filter(at -> !at.isAfter(before) || at.isAfter(behind))
                        .isPresent();
        if (due) {
            steps.start(rollout);
        }
        return due;
    }

    private boolean judge(RolloutEntity rollout) {
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
                    // What is true of one ring would be taken for the whole rollout.
                    steps.advance(
                            rollout,
                            "%s: %s".formatted(present.plan().name(), reason),
                            RolloutLife.MAIN_SYSTEM);
            case Verdict.Halt(String reason) ->
                    steps.halt(rollout, reason, RolloutLife.MAIN_SYSTEM);
            case Verdict.Hold hold -> {}
        }
        return !(verdict instanceof Verdict.Hold);
    }

    /** Harm halts also what is paused, and for a while what is complete. */
    private boolean watch(RolloutEntity rollout) {
        List<RingEntity> all = rings.of(rollout.id());
        Optional<RingEntity> reached =
                all.stream()
                        .filter(ring -> ring.state().isReached())
                        .reduce((earlier, later) -> later);
        return reached.isPresent() && watch(rollout, all, reached.get());
    }

    private boolean watch(RolloutEntity rollout, List<RingEntity> all, RingEntity reached) {
        Ring present = reached.toRecord();
        Optional<Verdict> harm =
                new RingGate(present.plan().limits()).brake(progress(all, present));
        harm.ifPresent(found -> {
            reached.judge(found);
            steps.halt(rollout, found.reason(), RolloutLife.MAIN_SYSTEM);
        });
        return harm.isPresent();
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
