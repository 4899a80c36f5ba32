package org.metalayer.server.evaluation;

import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.platform.Outage;

/**
 * Sees to it that every pending report is evaluated: as soon as it is complete, and on a schedule
 * for what a restart or another replica left behind. A report that cannot be evaluated waits a
 * little longer each time and goes to a person in the end, and never holds up the others.
 */
@ApplicationScoped
public class Evaluations {

    private static final Logger LOG = Logger.getLogger(Evaluations.class);
    private static final int MAX_ATTEMPTS = 3;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Duration BACKOFF = Duration.ofSeconds(30);

    private final ExecutorService background =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("evaluation").factory());

    private final Queue<ReportQueries.Interrupted> interrupted = new ConcurrentLinkedQueue<>();

    @Inject ReportQueries reports;
    @Inject Evaluator evaluator;
    @Inject ArtifactStore artifacts;
    @Inject InstantSource clock;

    @ConfigProperty(name = "metalayer.background", defaultValue = "true")
    boolean runsByItself;

    /** Evaluates everything that is due and returns what was decided. */
    public List<DecisionRecord> evaluatePending() {
        giveBack();
        List<DecisionRecord> decided = new ArrayList<>();
        for (Optional<ReportQueries.Claimed> next = claim(); next.isPresent(); next = claim()) {
            evaluate(next.get()).ifPresent(decided::add);
        }
        return decided;
    }

    @Scheduled(
            every = "${metalayer.evaluation.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() {
        evaluatePending();
    }

    void onArrival(@Observes(during = TransactionPhase.AFTER_SUCCESS) ReportCompleted arrived) {
        if (runsByItself) {
            background.execute(this::evaluatePending);
        }
    }

    private Optional<ReportQueries.Claimed> claim() {
        return reports.claim(clock.instant(), LEASE);
    }

    private Optional<DecisionRecord> evaluate(ReportQueries.Claimed report) {
        try {
            return report.attempts() > MAX_ATTEMPTS
                    ? giveUp(report)
                    : evaluator.evaluate(report.id());
        } catch (RuntimeException | Error e) {
            if (e instanceof VirtualMachineError && !(e instanceof StackOverflowError)) {
                throw e; // such as no memory: whatever comes next would fail as well
            }
            if (Outage.isBehind(e) || artifacts.isAway()) {
                return waitFor(report, e);
            }
            LOG.errorf(
                    e, "Evaluating report %s failed, attempt %d", report.id(), report.attempts());
            return report.attempts() >= MAX_ATTEMPTS
                    ? giveUp(report, reason(e))
                    : retry(report, reason(e));
        }
    }

    /** A class that cannot be loaded says nothing but its name. */
    private static String reason(Throwable failure) {
        return String.valueOf(failure instanceof Error ? failure : failure.getMessage());
    }

    private Optional<DecisionRecord> retry(ReportQueries.Claimed report, String error) {
        evaluator.postpone(
                report.id(), clock.instant().plus(BACKOFF.multipliedBy(report.attempts())), error);
        return Optional.empty();
    }

    /** A disk or database that is full or away is not the report's fault: the attempt is no one. */
    private Optional<DecisionRecord> waitFor(ReportQueries.Claimed report, Throwable outage) {
        LOG.warnf("Evaluating report %s has to wait: %s", report.id(), outage.getMessage());
        interrupted.add(
                new ReportQueries.Interrupted(
                        report.id(),
                        clock.instant().plus(BACKOFF),
                        String.valueOf(outage.getMessage())));
        giveBack();
        return Optional.empty();
    }

    /** Where the database is away, what it has to be told is kept until it is back. */
    private void giveBack() {
        for (var next = interrupted.poll(); next != null; next = interrupted.poll()) {
            try {
                reports.giveBack(next);
            } catch (RuntimeException e) {
                interrupted.add(next);
                throw e;
            }
        }
    }

    /** Every attempt ended without a trace, most likely with the process. */
    private Optional<DecisionRecord> giveUp(ReportQueries.Claimed report) {
        return giveUp(report, report.lastError().orElse("the Main System stopped while doing it"));
    }

    private Optional<DecisionRecord> giveUp(ReportQueries.Claimed report, String error) {
        return evaluator.giveUp(
                report.id(),
                "failed %d times (%s): a person must look".formatted(MAX_ATTEMPTS, error));
    }

    @PreDestroy
    void close() {
        background.shutdown();
    }
}
