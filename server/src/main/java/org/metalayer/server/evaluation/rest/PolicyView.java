package org.metalayer.server.evaluation.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.ImpactLevel;
import org.metalayer.server.evaluation.policy.Condition;
import org.metalayer.server.evaluation.policy.Policy;
import org.metalayer.server.evaluation.policy.PolicyRow;
import org.metalayer.server.evaluation.policy.Priority;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.platform.WordOf;

/** The policy in force; the first row that matches decides. */
public record PolicyView(int version, String sha256, List<RowView> rows) {

    /** One row; an absent type, impact or condition matches any. */
    public record RowView(
            int row,
            @Nullable @WordOf(UpgradeType.class) String type,
            @Nullable @WordOf(ImpactLevel.class) String minImpact,
            @Nullable String condition,
            @WordOf(Verdict.class) String verdict,
            @Nullable Strategy strategy,
            @WordOf(Priority.class) String priority) {

        static RowView of(PolicyRow row) {
            return new RowView(
                    row.ordinal(),
                    row.type().map(UpgradeType::wire).orElse(null),
                    row.minImpact().map(ImpactLevel::wire).orElse(null),
                    row.condition().map(Condition::source).orElse(null),
                    row.verdict().wire(),
                    row.strategy().orElse(null),
                    row.priority().wire());
        }
    }

    static PolicyView of(Policy policy) {
        return new PolicyView(
                policy.version(),
                policy.sha256().hex(),
                policy.rows().stream().map(RowView::of).toList());
    }
}
