package org.metalayer.server.evaluation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.metalayer.server.evaluation.policy.Judge;
import org.metalayer.server.evaluation.policy.Policies;
import org.metalayer.server.evaluation.policy.Ruling;
import org.metalayer.server.evaluation.stage.Finding;

/** Ends reports whose files stopped coming, so that they do not count against their stick. */
@ApplicationScoped
public class AbandonedReports {

    @Inject ReportRepository reports;
    @Inject ReportQueries queries;
    @Inject Decisions decisions;
    @Inject Policies policies;
    @Inject ReportLimits limits;
    @Inject InstantSource clock;

    @Scheduled(
            every = "${metalayer.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sweep() {
        Instant since = clock.instant().minus(limits.abandonedAfter());
        queries.unfedSince(since).forEach(id -> end(id, since));
    }

    @Transactional
    void end(UUID reportId, Instant since) {
        reports.lock(reportId).filter(report -> report.isUnfedSince(since)).ifPresent(this::end);
    }

    private void end(ReportEntity abandoned) {
        String reason =
                "no byte of its files came for %d days: report the upgrade again to go on"
                        .formatted(limits.abandonedAfter().toDays());
        Examination examination =
                Examination.without(abandoned.toRecord(), new Finding.Refused(reason), "upload", 0);
        Ruling ruling =
                Judge.rule(
                        examination.facts().orElseThrow(),
                        examination.stages(),
                        policies.inForce());
        decisions.decide(abandoned, ruling, examination, DecisionRecord.POLICY);
    }
}
