package org.metalayer.server.rollout;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Lets rollouts move: on a schedule, and soon after something happened to one. Many outcomes of one
 * rollout that come together are looked at once.
 */
@ApplicationScoped
public class RolloutSchedule {

    private static final Logger LOG = Logger.getLogger(RolloutSchedule.class);
    private static final long GATHER_MILLIS = 200;

    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("rollouts").factory());
    private final Set<UUID> gathering = ConcurrentHashMap.newKeySet();

    @Inject RolloutRepository rollouts;
    @Inject RolloutTick tick;
    @Inject RolloutSettings settings;
    @Inject Manifests manifests;
    @Inject InstantSource clock;

    @ConfigProperty(name = "metalayer.background", defaultValue = "true")
    boolean runsByItself;

    /** Looks at every rollout that time may move, and publishes what came of it. */
    public void tick() {
        look(rollouts.alive());
    }

    /**
     * Looks at what came to rest: an outcome has it looked at by itself, this finds what a restart
     * forgot and counts who was seen.
     */
    void sweep() {
        look(rollouts.resting(clock.instant().minus(settings.watchFor())));
    }

    private void look(List<UUID> ids) {
        // What is scheduled has to be announced before it can start.
        manifests.refresh();
        ids.forEach(this::look);
        manifests.refresh();
    }

    @Scheduled(
            every = "${metalayer.rollout.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        tick();
    }

    @Scheduled(
            every = "${metalayer.rollout.sweep-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSweep() {
        sweep();
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) RolloutChanged changed) {
        if (runsByItself && gathering.add(changed.rolloutId())) {
            var _ =
                    background.schedule(
                            () -> soon(changed.rolloutId()), GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void soon(UUID rolloutId) {
        gathering.remove(rolloutId);
        look(List.of(rolloutId));
    }

    /** One rollout that cannot be looked at must not hold up the others. */
    private void look(UUID rolloutId) {
        try {
            tick.look(rolloutId);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Looking at rollout %s failed; the schedule tries again.", rolloutId);
        }
    }

    @PreDestroy
    void close() {
        background.shutdown();
    }
}
