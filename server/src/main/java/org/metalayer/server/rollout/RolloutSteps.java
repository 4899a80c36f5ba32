package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.platform.LiveEvents;

/**
 * The steps that a rollout takes, whoever asks for them; each in the transaction of its caller, who
 * holds the rollout's lock.
 */
@ApplicationScoped
class RolloutSteps {

    @Inject RolloutRepository rollouts;
    @Inject RingRepository rings;
    @Inject DeploymentRepository deployments;
    @Inject Assignment assignment;
    @Inject RolloutSettings settings;
    @Inject Catalog catalog;
    @Inject InstantSource clock;
    @Inject LiveEvents live;

    /** Reveals the seed, draws the fleet and opens the first ring. */
    void start(Rollout scheduled) {
        Instant now = clock.instant();
        Instant seenSince = now.minus(settings.seenWithin());
        Rollout rollout = save(scheduled.start(now));
        for (Ring ring : rings.of(rollout.id())) {
            assignment.fixBounds(rollout.seed(), ring, seenSince);
            Ring timed = ring.scheduleFrom(now);
            rings.save(ring.ordinal() == 1 ? timed.open(now) : timed);
        }
        assignment.assign(rollout, settings.testSticks(), seenSince, now, null);
        deployments.recount(rollout.id());
    }

    void pause(Rollout rollout, String reason, String by) {
        save(rollout.pause(reason, by, clock.instant()));
    }

    void resume(Rollout paused, String reason, String by) {
        Instant now = clock.instant();
        Duration pause = Duration.between(paused.life().pausedAt().orElse(now), now);
        save(paused.resume(reason, by, now));
        rings.of(paused.id()).forEach(ring -> rings.save(ring.resumeAfter(pause)));
    }

    /** Opens the next ring, or completes the rollout behind its last one. */
    void advance(Rollout rollout, String reason, String by) {
        List<Ring> all = rings.of(rollout.id());
        Ring open =
                all.stream()
                        .filter(ring -> ring.state() == RingState.OPEN)
                        .findFirst()
                        .orElseThrow();
        rings.save(open.pass());
        if (open.ordinal() == all.size()) {
            complete(rollout, reason, by);
        } else {
            rings.save(all.get(open.ordinal()).open(clock.instant()));
            save(rollout.advance(reason, by));
            deployments.recount(rollout.id());
        }
    }

    /** Takes the release back: every stick that runs it returns to the one before. */
    void halt(Rollout rollout, String reason, String by) {
        boolean wasWay = rollout.state() == RolloutState.COMPLETED;
        save(rollout.halt(reason, by, clock.instant()));
        rings.of(rollout.id()).stream()
                .filter(ring -> ring.state().mayBecome(RingState.HALTED))
                .reduce((earlier, later) -> later)
                .ifPresent(reached -> rings.save(reached.halt()));
        catalog.withdraw(rollout.releaseId(), rollout.id(), reason);
        rollBack(rollout, reason);
        if (wasWay) {
            reinstate(rollout);
        }
    }

    /** Marks who still runs a withdrawn release; again later, for outcomes that came meanwhile. */
    void rollBack(Rollout halted, String reason) {
        deployments.moveAll(
                halted.id(),
                Set.of(DeploymentState.VERIFIED),
                DeploymentState.ROLLING_BACK,
                reason,
                clock.instant());
    }

    private void complete(Rollout rollout, String reason, String by) {
        save(rollout.complete(reason, by, clock.instant()));
        for (Rollout lower : rollouts.lockLower(rollout)) {
            if (lower.state().mayBecome(RolloutState.SUPERSEDED)) {
                supersede(lower, rollout);
            }
        }
    }

    private void supersede(Rollout lower, Rollout by) {
        Instant now = clock.instant();
        String reason = "version %d reached everyone".formatted(by.releaseVersion());
        save(lower.supersede(reason, now));
        deployments.moveAll(
                lower.id(),
                Set.of(DeploymentState.PENDING),
                DeploymentState.SUPERSEDED,
                reason,
                now);
    }

    /** The newest release below that once reached everyone is the way again. */
    private void reinstate(Rollout halted) {
        Optional<Rollout> below =
                rollouts.lockLower(halted).stream()
                        .filter(lower -> lower.state() == RolloutState.SUPERSEDED)
                        .filter(lower -> lower.life().completedAt().isPresent())
                        .findFirst();
        below.ifPresent(lower ->
                save(
                        lower.complete(
                                "version %d was withdrawn".formatted(halted.releaseVersion()),
                                RolloutLife.MAIN_SYSTEM,
                                clock.instant())));
    }

    private Rollout save(Rollout changed) {
        rollouts.save(changed);
        live.publish(Rollouts.LIVE_TYPE, changed.id());
        return changed;
    }
}
