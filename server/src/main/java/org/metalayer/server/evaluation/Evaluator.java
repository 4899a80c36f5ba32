package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.server.evaluation.impact.Impact;
import org.metalayer.server.evaluation.impact.ImpactScore;
import org.metalayer.server.evaluation.policy.Judge;
import org.metalayer.server.evaluation.policy.Policies;
import org.metalayer.server.evaluation.policy.Ruling;
import org.metalayer.server.evaluation.stage.Dossier;
import org.metalayer.server.evaluation.stage.Finding;
import org.metalayer.server.evaluation.stage.ImpactFactsOf;
import org.metalayer.server.evaluation.stage.StageEvidence;
import org.metalayer.server.evaluation.stage.Stages;
import org.metalayer.server.platform.persistence.Turns;

/** Evaluates one report: stages, impact, policy, decision; all in one transaction. */
@ApplicationScoped
class Evaluator {

    @Inject ReportRepository reports;
    @Inject Dossiers dossiers;
    @Inject ComponentReach reach;
    @Inject Policies policies;
    @Inject Decisions decisions;
    @Inject Turns turns;

    /** The decision, or nothing where the report is not pending any more. */
    @Transactional
    Optional<DecisionRecord> evaluate(UUID reportId) {
        return pending(reportId).map(this::evaluate);
    }

    /** Leaves a report that cannot be evaluated to a person, so that it is not tried for ever. */
    @Transactional
    Optional<DecisionRecord> giveUp(UUID reportId, String reason) {
        List<StageEvidence> evidence =
                List.of(new StageEvidence("evaluation", new Finding.Doubtful(reason)));
        return pending(reportId).map(report -> decide(report, evidence, Impact.UNKNOWN));
    }

    /** Remembers why an evaluation failed and when to try again. */
    @Transactional
    void postpone(UUID reportId, Instant until, String error) {
        reports.lock(reportId).orElseThrow().postpone(until, error);
    }

    private Optional<ReportEntity> pending(UUID reportId) {
        return reports.lock(reportId).filter(report -> report.state() == ReportState.PENDING);
    }

    private DecisionRecord evaluate(ReportEntity pending) {
        Report report = pending.toRecord();
        turns.take(Decisions.turn(report.component()));
        Dossier dossier = dossiers.open(report.id());
        Impact impact =
                ImpactScore.of(
                        ImpactFactsOf.dossier(dossier, reach.sticksWith(report.component())));
        try {
            return decide(pending, Stages.examine(dossier), impact);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private DecisionRecord decide(
            ReportEntity pending, List<StageEvidence> evidence, Impact impact) {
        Report report = pending.toRecord();
        Ruling ruling =
                Judge.rule(report.component(), report.type(), evidence, impact, policies.inForce());
        return decisions.decide(
                pending, ruling, new Examination(impact, evidence), DecisionRecord.POLICY);
    }
}
