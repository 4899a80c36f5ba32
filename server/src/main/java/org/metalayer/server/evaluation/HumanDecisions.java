package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.Impact;
import org.metalayer.server.evaluation.policy.Policies;
import org.metalayer.server.evaluation.policy.Policy;
import org.metalayer.server.evaluation.policy.Priority;
import org.metalayer.server.evaluation.policy.Ruling;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.platform.IllegalTransitionException;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;
import org.metalayer.server.platform.persistence.Turns;

/** What a person decides about a report that the policy would not decide. */
@ApplicationScoped
public class HumanDecisions {

    @Inject ReportRepository reports;
    @Inject DecisionRepository repository;
    @Inject Policies policies;
    @Inject Decisions decisions;
    @Inject Turns turns;

    /** Approves a report, by {@code strategy} or by the one that the policy has for its type. */
    @Transactional
    public DecisionRecord approve(
            UUID reportId, Optional<Strategy> strategy, String reason, String operator) {
        ReportEntity undecided = undecided(reportId, ReportState.APPROVED);
        Report report = undecided.toRecord();
        turns.take(Decisions.turn(report.component()));
        Policy policy = policies.inForce();
        Strategy chosen =
                strategy.or(() -> policy.usualStrategy(report.type()))
                        .orElseThrow(() -> unusual(report.type(), policy));
        return decide(
                undecided,
                Verdict.APPROVE,
                Optional.of(chosen),
                policy.priority(report.type(), chosen),
                reason,
                operator);
    }

    @Transactional
    public DecisionRecord reject(UUID reportId, String reason, String operator) {
        ReportEntity undecided = undecided(reportId, ReportState.REJECTED);
        return decide(
                undecided, Verdict.REJECT, Optional.empty(), Priority.NORMAL, reason, operator);
    }

    private ReportEntity undecided(UUID reportId, ReportState next) {
        ReportEntity report =
                reports.lock(reportId)
                        .orElseThrow(() -> new NoSuchThingException("upgrade report " + reportId));
        if (report.state() != ReportState.NEEDS_HUMAN) {
            throw new IllegalTransitionException(
                    "upgrade report " + reportId, report.state(), next);
        }
        return report;
    }

    private DecisionRecord decide(
            ReportEntity report,
            Verdict verdict,
            Optional<Strategy> strategy,
            Priority priority,
            String reason,
            String operator) {
        Examination examination =
                Optional.ofNullable(repository.newest(List.of(report.id())).get(report.id()))
                        .map(DecisionRecord::examination)
                        .orElseGet(() -> new Examination(Impact.UNKNOWN, List.of()));
        return decisions.decide(
                report,
                new Ruling(
                        verdict,
                        strategy,
                        priority,
                        policies.inForce().version(),
                        Optional.empty(),
                        List.of(reason)),
                examination,
                operator);
    }

    private static ProblemException unusual(UpgradeType type, Policy policy) {
        return ProblemType.INVALID_REQUEST.because(
                "policy %d approves no %s upgrade: say by which strategy it is to go out"
                        .formatted(policy.version(), type.wire()));
    }
}
