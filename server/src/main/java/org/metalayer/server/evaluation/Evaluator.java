package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.evaluation.policy.Judge;
import org.metalayer.server.evaluation.policy.Policies;
import org.metalayer.server.evaluation.policy.Ruling;
import org.metalayer.server.evaluation.stage.Finding;

/** Evaluates one report: stages, impact, policy, decision; all in one transaction. */
@ApplicationScoped
class Evaluator {

    @Inject ReportRepository reports;
    @Inject Examiner examiner;
    @Inject Catalog catalog;
    @Inject Policies policies;
    @Inject Decisions decisions;

    /** The decision, or nothing where the report is not pending any more. */
    @Transactional
    Optional<DecisionRecord> evaluate(UUID reportId) {
        return pending(reportId).map(report -> decide(report, examiner.examine(report.toRecord())));
    }

    /** Leaves a report that cannot be evaluated to a person, so that it is not tried for ever. */
    @Transactional
    Optional<DecisionRecord> giveUp(UUID reportId, String reason) {
        return pending(reportId).map(report -> decide(report, failed(report.toRecord(), reason)));
    }

    /** Remembers why an evaluation failed and when to try again. */
    @Transactional
    void postpone(UUID reportId, Instant until, String error) {
        reports.lock(reportId).orElseThrow().postpone(until, error);
    }

    private Optional<ReportEntity> pending(UUID reportId) {
        return reports.lock(reportId).filter(report -> report.state() == ReportState.PENDING);
    }

    private Examination failed(Report report, String reason) {
        return Examination.without(
                report,
                new Finding.Doubtful(reason),
                "evaluation",
                catalog.head(report.component()).map(Release::version).orElse(0));
    }

    private DecisionRecord decide(ReportEntity pending, Examination examination) {
        Ruling ruling =
                Judge.rule(
                        examination.facts().orElseThrow(),
                        examination.stages(),
                        policies.inForce());
        return decisions.decide(pending, ruling, examination, DecisionRecord.POLICY);
    }
}
