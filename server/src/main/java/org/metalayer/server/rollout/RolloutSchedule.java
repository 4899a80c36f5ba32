package org.metalayer.server.rollout;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.metalayer.server.platform.Ticker;

/**
 * Lets rollouts move: on a schedule, and soon after something happened to one. Many outcomes of one
 * rollout that come together are looked at once.
 */
@ApplicationScoped
public class RolloutSchedule {

    private static final Logger LOG = Logger.getLogger(RolloutSchedule.class);
    private static final Duration GATHER = Duration.ofMillis(200);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().daemon().name("rollouts").factory());
    private final Set<UUID> changed = ConcurrentHashMap.newKeySet();
    private final LookPace pace;
    private final RestingTurns resting = new RestingTurns();
    private volatile int looked;
    private volatile boolean stopping;

    @Inject
    RolloutSchedule(Ticker ticker) {
        this.pace = new LookPace(ticker);
    }

    @Inject RolloutRepository rollouts;
    @Inject RolloutTick tick;
    @Inject RolloutSettings settings;
    @Inject Manifests manifests;
    @Inject InstantSource clock;

    @ConfigProperty(name = "metalayer.background", defaultValue = "true")
    boolean runsByItself;

    /** Looks at every rollout that may move, and publishes what came of it. */
    public void tick() {
        Set<UUID> due = begin();
        due.addAll(takeChanged());
        due.forEach(each -> tell(each, look(each)));
        manifests.refresh();
    }

    /** A start may take minutes: what may have to be halted is looked at before. */
    private Set<UUID> begin() {
        // What is scheduled has to be announced before it can start.
        manifests.refresh();
        Set<UUID> due =
                new LinkedHashSet<>(rollouts.inState(RolloutState.RUNNING, RolloutState.PAUSED));
        Instant now = clock.instant();
        if (resting.begins(now)) {
            resting.add(rollouts.resting(now.minus(settings.watchFor())));
        }
        due.addAll(resting.due());
        due.addAll(rollouts.inState(RolloutState.SCHEDULED));
        looked = due.size();
        return due;
    }

    private Set<UUID> takeChanged() {
        Set<UUID> taken = Set.copyOf(changed);
        changed.removeAll(taken);
        return taken;
    }

    @Scheduled(
            every = "${metalayer.rollout.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        pace.tidy();
        for (UUID due : begin()) {
            if (!stopping && pace.remaining(due, looked).isZero()) {
                pacedLook(due);
            }
        }
        publish();
    }

    void onChange(@Observes(during = TransactionPhase.AFTER_SUCCESS) RolloutChanged news) {
        if (changed.add(news.rolloutId()) && runsByItself) {
            lookIn(GATHER, news.rolloutId());
        }
    }

    private void lookIn(Duration delay, UUID rolloutId) {
        if (!stopping) {
            var _ =
                    background.schedule(
                            () -> soon(rolloutId), delay.toMillis() + 1, TimeUnit.MILLISECONDS);
        }
    }

    void soon(UUID rolloutId) {
        Duration rest = pace.remaining(rolloutId, changed.size());
        if (!rest.isZero()) {
            lookIn(rest, rolloutId);
            return;
        }
        changed.remove(rolloutId);
        publish();
        if (pacedLook(rolloutId) == Looked.NOT && changed.add(rolloutId)) {
            lookIn(AGAIN, rolloutId);
        }
    }

    private Looked pacedLook(UUID rolloutId) {
        Looked looked = pace.look(rolloutId, () -> look(rolloutId));
        tell(rolloutId, looked);
        return looked;
    }

    /** A step is published before anything else is looked at: a halt must not wait for starts. */
    private void tell(UUID rolloutId, Looked looked) {
        if (looked != Looked.NOT) {
            resting.looked(rolloutId);
        }
        if (looked == Looked.STEPPED) {
            publish();
        }
    }

    /** One rollout that cannot be looked at must not hold up the others. */
    private Looked look(UUID rolloutId) {
        try {
            return tick.look(rolloutId);
        } catch (RuntimeException e) {
            if (!stopping) {
                LOG.errorf(e, "Looking at rollout %s failed; the schedule tries again.", rolloutId);
            }
            return Looked.IDLE;
        }
    }

    private void publish() {
        if (!stopping) {
            manifests.refresh();
        }
    }

    /** A look that is cut off is undone by the database, and begun anew after the next start. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        background.shutdownNow();
    }
}
