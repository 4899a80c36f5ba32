package org.metalayer.server.evaluation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Takes every decision of the last month again, each night: the same inputs must give the same
 * bytes. Where they do not, somebody or something changed a decision, a policy or the rules.
 */
@ApplicationScoped
public class Replays {

    private static final Logger LOG = Logger.getLogger(Replays.class);
    private static final Duration BACK = Duration.ofDays(30);
    private static final int SHOWN_RUNS = 30;

    @Inject ReplayQueries runs;
    @Inject ReplayBatch batch;
    @Inject InstantSource clock;

    @Scheduled(
            cron = "${metalayer.policy.replay-at}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void nightly() {
        run(false);
    }

    /** Does it now, unless it is being done; answers the newest run. */
    public Optional<ReplayRun> now() {
        run(true);
        return newest();
    }

    /** The newest run, if there ever was one. */
    public Optional<ReplayRun> newest() {
        return runs.newest(1).stream().findFirst();
    }

    /** Newest first. */
    public List<ReplayRun> all() {
        return runs.newest(SHOWN_RUNS);
    }

    private void run(boolean repeated) {
        Instant now = clock.instant();
        LocalDate day = ReplayQueries.day(now);
        Instant since = now.minus(BACK);
        if (!runs.claim(day, now, since, repeated)) {
            return;
        }
        runs.forget(day);
        try {
            for (long at = 0; at >= 0; ) {
                at = batch.replay(day, since, at);
            }
            runs.finish(day, clock.instant(), Optional.empty());
        } catch (RuntimeException e) {
            LOG.errorf(e, "The replay of decisions was cut off");
            runs.finish(day, clock.instant(), Optional.of(String.valueOf(e.getMessage())));
        }
    }
}
