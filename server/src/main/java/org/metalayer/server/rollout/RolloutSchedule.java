package org.metalayer.server.rollout;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
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
    private static final Duration RESTING_EVERY = Duration.ofMinutes(1);

    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("rollouts").factory());
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private Instant restingSeenAt = Instant.EPOCH;

    @Inject RolloutRepository rollouts;
    @Inject RolloutTick tick;
    @Inject RolloutSettings settings;
    @Inject Manifests manifests;
    @Inject InstantSource clock;

    @ConfigProperty(name = "metalayer.background", defaultValue = "true")
    boolean runsByItself;

    /** Looks at every rollout that may move, and publishes what came of it. */
    public void tick() {
        // What is scheduled has to be announced before it can start.
        manifests.refresh();
        Set<UUID> due = new LinkedHashSet<>(rollouts.alive());
        due.addAll(takeChanged());
        due.addAll(takeResting(clock.instant()));
        due.forEach(this::look);
        manifests.refresh();
    }

    private Set<UUID> takeChanged() {
        Set<UUID> taken = Set.copyOf(changed);
        changed.removeAll(taken);
        return taken;
    }

    /** Outcomes are looked at when they come; what else may happen to these is not urgent. */
    private synchronized List<UUID> takeResting(Instant now) {
        if (Duration.between(restingSeenAt, now).abs().compareTo(RESTING_EVERY) < 0) {
            return List.of();
        }
        restingSeenAt = now;
        return rollouts.resting(now.minus(settings.watchFor()));
    }

    @Scheduled(
            every = "${metalayer.rollout.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        tick();
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) RolloutChanged news) {
        if (changed.add(news.rolloutId()) && runsByItself) {
            var _ =
                    background.schedule(
                            () -> soon(news.rolloutId()), GATHER_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void soon(UUID rolloutId) {
        changed.remove(rolloutId);
        manifests.refresh();
        look(rolloutId);
        manifests.refresh();
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
