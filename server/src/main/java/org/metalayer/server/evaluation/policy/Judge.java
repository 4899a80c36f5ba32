package org.metalayer.server.evaluation.policy;

import java.util.List;
import java.util.Optional;
import org.metalayer.server.evaluation.stage.StageEvidence;

/**
 * Applies the guard rails, then the policy. A function of its arguments alone: the same facts,
 * evidence and policy give the same ruling to the last character of its reasons.
 */
public final class Judge {

    /**
     * Counts the ways in which guard rails, impact and table were applied. Raise it with every
     * change after which the same facts are ruled on otherwise or in other words; decisions by
     * earlier rules are then not held against the present ones.
     */
    public static final int RULES = 2;

    private Judge() {}

    public static Ruling rule(Facts facts, List<StageEvidence> evidence, Policy policy) {
        return GuardRails.stop(facts, evidence)
                .map(stop -> unapproved(stop.verdict(), policy, Optional.empty(), stop.reasons()))
                .orElseGet(() -> byTable(facts, policy));
    }

    private static Ruling byTable(Facts facts, Policy policy) {
        for (PolicyRow row : policy.rows()) {
            try {
                if (row.matches(facts)) {
                    return by(row, facts, policy);
                }
            } catch (ConditionException e) {
                return unapproved(
                        Verdict.NEEDS_HUMAN,
                        policy,
                        Optional.of(row.ordinal()),
                        List.of(
                                "policy %d, row %d: its condition cannot be told (%s): a person must look"
                                        .formatted(policy.version(), row.ordinal(), e.why())));
            }
        }
        throw new IllegalStateException("the last row of a policy always matches");
    }

    private static Ruling by(PolicyRow row, Facts facts, Policy policy) {
        return new Ruling(
                row.verdict(),
                row.strategy(),
                row.priority(),
                policy.name(),
                Optional.of(row.ordinal()),
                List.of(
                        "impact %s (%d points)"
                                .formatted(facts.level().wire(), facts.number(Fact.SCORE)),
                        "policy %d, row %d: %s"
                                .formatted(policy.version(), row.ordinal(), row.describe())));
    }

    private static Ruling unapproved(
            Verdict verdict, Policy policy, Optional<Integer> row, List<String> reasons) {
        return new Ruling(verdict, Optional.empty(), Priority.NORMAL, policy.name(), row, reasons);
    }
}
