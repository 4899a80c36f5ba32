package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.policy.Policies;
import org.metalayer.server.evaluation.policy.Policy;
import org.metalayer.server.evaluation.policy.Priority;
import org.metalayer.server.evaluation.policy.Ruling;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.platform.IllegalTransitionException;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;

/** What a person decides about a report that the policy would not decide. */
@ApplicationScoped
public class HumanDecisions {

    @Inject ReportRepository reports;
    @Inject DecisionRepository repository;
    @Inject Policies policies;
    @Inject Decisions decisions;
    @Inject SecondLook secondLook;

    /** Approves a report on the newest release that the operator knows of, and on no other. */
    @Transactional
    public DecisionRecord approve(UUID reportId, Approval approval, String operator) {
        ReportEntity undecided = undecided(reportId, ReportState.APPROVED);
        Report report = undecided.toRecord();
        int seen = approval.onVersion().orElseGet(() -> examination(undecided).headVersion());
        Examination today = secondLook.at(report, seen);
        Policy policy = policies.inForce();
        Strategy chosen =
                approval.strategy()
                        .or(() -> policy.usualStrategy(report.type(), today.facts()))
                        .orElseThrow(() -> unusual(report.type(), policy));
        Ruling ruling =
                ruling(
                        Verdict.APPROVE,
                        Optional.of(chosen),
                        policy.priority(report.type(), today.facts(), chosen),
                        approval.reason());
        return decisions.decide(undecided, ruling, today, operator);
    }

    @Transactional
    public DecisionRecord reject(UUID reportId, String reason, String operator) {
        ReportEntity undecided = undecided(reportId, ReportState.REJECTED);
        Ruling ruling = ruling(Verdict.REJECT, Optional.empty(), Priority.NORMAL, reason);
        return decisions.decide(undecided, ruling, examination(undecided), operator);
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

    /** What the decision that left it to a person rests on. */
    private Examination examination(ReportEntity report) {
        return Optional.ofNullable(repository.newest(List.of(report.id())).get(report.id()))
                .orElseThrow()
                .examination();
    }

    private Ruling ruling(
            Verdict verdict, Optional<Strategy> strategy, Priority priority, String reason) {
        return new Ruling(
                verdict,
                strategy,
                priority,
                policies.inForce().name(),
                Optional.empty(),
                List.of(reason));
    }

    private static ProblemException unusual(UpgradeType type, Policy policy) {
        return ProblemType.INVALID_REQUEST.because(
                "policy %d approves no such %s upgrade: say by which strategy it is to go out"
                        .formatted(policy.version(), type.wire()));
    }
}
