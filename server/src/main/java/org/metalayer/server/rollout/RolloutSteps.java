package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.metalayer.protocol.Strategy;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.platform.LiveEvents;

/**
 * The steps that a rollout takes, whoever asks for them; each in the transaction of its caller, who
 * holds the rollout's lock.
 */
@ApplicationScoped
class RolloutSteps {

    @Inject RolloutRepository rollouts;
    @Inject RingRepository rings;
    @Inject DeploymentQueries deployments;
    @Inject AssignmentQueries assignment;
    @Inject RolloutSettings settings;
    @Inject Catalog catalog;
    @Inject ProgressNote progress;
    @Inject InstantSource clock;
    @Inject LiveEvents live;

    /** Reveals the seed, draws the fleet and opens the first ring. */
    void start(RolloutEntity rollout) {
        Instant now = clock.instant();
        Instant seenSince = now.minus(settings.seenWithin());
        rollout.start(now);
        Rollout started = rollout.toRecord();
        List<RingEntity> all = rings.of(rollout.id());
        for (RingEntity ring : all) {
            assignment.fixBounds(started, ring.toRecord(), seenSince);
            ring.scheduleFrom(now);
        }
        all.getFirst().open(now);
        assignment.assign(started, settings.testSticks(), seenSince, now, null);
        tell(rollout);
        deployments.recount(rollout.id());
    }

    void pause(RolloutEntity rollout, String reason, String by) {
        rollout.pause(reason, by, clock.instant());
        tell(rollout);
    }

    void resume(RolloutEntity rollout, String reason, String by) {
        Duration pause = rollout.resume(reason, by, clock.instant());
        rings.of(rollout.id()).forEach(ring -> ring.resumeAfter(pause));
        tell(rollout);
    }

    /** Opens the next ring, or completes the rollout behind its last one. */
    void advance(RolloutEntity rollout, String reason, String by) {
        List<RingEntity> all = rings.of(rollout.id());
        RingEntity open =
                all.stream()
                        .filter(ring -> ring.state() == RingState.OPEN)
                        .findFirst()
                        .orElseThrow();
        open.pass();
        int next = all.indexOf(open) + 1;
        if (next == all.size()) {
            complete(rollout, reason, by);
        } else {
            all.get(next).open(clock.instant());
            rollout.advance(reason, by);
            tell(rollout);
            deployments.recount(rollout.id());
        }
    }

    /** Takes the release back: every stick that runs it returns to the one before. */
    void halt(RolloutEntity rollout, String reason, String by) {
        boolean wasWay = rollout.state() == RolloutState.COMPLETED;
        rollout.halt(reason, by, clock.instant());
        tell(rollout);
        rings.of(rollout.id()).stream()
                .filter(ring -> ring.state().mayBecome(RingState.HALTED))
                .reduce((earlier, later) -> later)
                .ifPresent(RingEntity::halt);
        Rollout halted = rollout.toRecord();
        catalog.withdraw(halted.releaseId(), halted.id(), reason);
        rollBack(halted);
        if (wasWay) {
            reinstate(halted);
        }
    }

    /** Marks who still runs a withdrawn release; again later, for outcomes that came meanwhile. */
    void rollBack(Rollout halted) {
        deployments.moveAll(
                halted.id(),
                Set.of(DeploymentState.VERIFIED),
                DeploymentState.ROLLING_BACK,
                halted.life().reason(),
                clock.instant());
    }

    private void complete(RolloutEntity rollout, String reason, String by) {
        rollout.complete(reason, by, clock.instant());
        tell(rollout);
        Rollout complete = rollout.toRecord();
        lockLower(complete).stream()
                .filter(lower -> lower.state().mayBecome(RolloutState.SUPERSEDED))
                .filter(lower -> complete.replaces(lower.toRecord()))
                .forEach(lower -> supersede(lower, complete));
    }

    /** Those of lower versions that are for no other sticks. */
    private List<RolloutEntity> lockLower(Rollout rollout) {
        Release release = catalog.find(rollout.releaseId()).orElseThrow();
        List<RolloutEntity> lower = rollouts.lockLower(rollout);
        Map<UUID, Release> releases =
                catalog
                        .find(lower.stream().map(each -> each.toRecord().releaseId()).toList())
                        .stream()
                        .collect(Collectors.toMap(Release::id, Function.identity()));
        return lower.stream()
                .filter(each -> {
                    Release other = releases.get(each.toRecord().releaseId());
                    return other != null && release.runsWherever(other);
                })
                .toList();
    }

    private void supersede(RolloutEntity lower, Rollout by) {
        Instant now = clock.instant();
        String reason = "version %d reached everyone".formatted(by.releaseVersion());
        lower.supersede(reason, now);
        tell(lower);
        deployments.moveAll(
                lower.id(),
                Set.of(DeploymentState.PENDING),
                DeploymentState.SUPERSEDED,
                reason,
                now);
        deployments.recount(lower.id());
    }

    /**
     * What the withdrawn release had replaced is the way again: from the newest one below that
     * reached everyone, down to the newest that sticks install without their owners.
     */
    private void reinstate(Rollout halted) {
        for (RolloutEntity lower : lockLower(halted)) {
            Rollout known = lower.toRecord();
            if (known.life().completedAt().isEmpty() || known.state() == RolloutState.HALTED) {
                continue;
            }
            if (known.state() == RolloutState.SUPERSEDED) {
                reinstate(lower, halted);
            }
            if (known.strategy() != Strategy.OPTIONAL) {
                return;
            }
        }
    }

    private void reinstate(RolloutEntity lower, Rollout halted) {
        Instant now = clock.instant();
        String reason = "version %d was withdrawn".formatted(halted.releaseVersion());
        lower.complete(reason, RolloutLife.MAIN_SYSTEM, now);
        tell(lower);
        deployments.reinstate(lower.toRecord(), reason, now);
        deployments.recount(lower.id());
    }

    private void tell(RolloutEntity changed) {
        progress.take(changed.toRecord());
        live.publish(Rollouts.LIVE_TYPE, changed.id());
    }
}
