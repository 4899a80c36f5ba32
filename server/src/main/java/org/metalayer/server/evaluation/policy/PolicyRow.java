package org.metalayer.server.evaluation.policy;

import java.util.Optional;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.ImpactLevel;

/**
 * One row of a policy.
 *
 * @param ordinal its place, from 1
 * @param type the type it is for; empty for any
 * @param minImpact the impact from which it holds; empty for any
 * @param condition what must hold besides; empty for nothing
 * @param strategy present exactly where the verdict is to approve
 */
public record PolicyRow(
        int ordinal,
        Optional<UpgradeType> type,
        Optional<ImpactLevel> minImpact,
        Optional<Condition> condition,
        Verdict verdict,
        Optional<Strategy> strategy,
        Priority priority) {

    public PolicyRow {
        if ((verdict == Verdict.APPROVE) != strategy.isPresent()) {
            throw new IllegalArgumentException(
                    "row %d: a strategy belongs to approvals, and only to them".formatted(ordinal));
        }
    }

    /**
     * Whether it decides about a report.
     *
     * @throws ConditionException where its condition cannot be told
     */
    boolean matches(Facts facts) throws ConditionException {
        return mayMatch(facts.type(), facts.level())
                && (condition.isEmpty() || condition.get().holds(facts));
    }

    /** Whether it can match a report of this type and impact. */
    boolean mayMatch(UpgradeType reported, ImpactLevel impact) {
        return concerns(reported)
                && minImpact.map(least -> impact.compareTo(least) >= 0).orElse(true);
    }

    /** Whether it can match a report of this type. */
    boolean concerns(UpgradeType reported) {
        return type.map(reported::equals).orElse(true);
    }

    /**
     * Whether its condition holds for certain. Of a report that could not be examined nothing is.
     */
    boolean holds(Optional<Facts> facts) {
        if (condition.isEmpty()) {
            return true;
        }
        Optional<Facts> examined = facts.filter(given -> given.is(Fact.EXAMINED));
        try {
            return examined.isPresent() && condition.get().holds(examined.get());
        } catch (ConditionException _) {
            return false;
        }
    }

    /** Leaves every report that comes this far to a person. */
    boolean isLastResort() {
        return type.isEmpty()
                && minImpact.isEmpty()
                && condition.isEmpty()
                && verdict == Verdict.NEEDS_HUMAN;
    }

    /** The row in words, for the reasons of a decision. */
    String describe() {
        return "%s, impact %s%s: %s"
                .formatted(
                        type.map(UpgradeType::wire).orElse("any type"),
                        minImpact.map(least -> least.wire() + " or above").orElse("any"),
                        condition.map(given -> ", where " + given.source()).orElse(""),
                        strategy.map(Strategy::name).orElse(verdict.wire().replace('_', ' ')));
    }
}
