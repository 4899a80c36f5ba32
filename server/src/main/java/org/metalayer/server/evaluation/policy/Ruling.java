package org.metalayer.server.evaluation.policy;

import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.Strategy;

/**
 * What policy and guard rails make of a report.
 *
 * @param strategy present exactly where the verdict is to approve
 * @param policy the one in force then
 * @param policyRow the row that decided; empty where a guard rail or a person did
 */
public record Ruling(
        Verdict verdict,
        Optional<Strategy> strategy,
        Priority priority,
        PolicyName policy,
        Optional<Integer> policyRow,
        List<String> reasons) {

    public Ruling {
        if ((verdict == Verdict.APPROVE) != strategy.isPresent()) {
            throw new IllegalArgumentException("a strategy belongs to approvals, and only to them");
        }
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("nothing is decided without a reason");
        }
        reasons = List.copyOf(reasons);
    }
}
