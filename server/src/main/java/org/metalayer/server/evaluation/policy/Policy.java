package org.metalayer.server.evaluation.policy;

import java.util.List;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.ImpactLevel;

/** An ordered decision table; the first row that matches wins, and the last one always matches. */
public record Policy(int version, List<PolicyRow> rows) {

    public Policy {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || !rows.getLast().isLastResort()) {
            throw new IllegalArgumentException(
                    "the last row of policy %d must send everything else to a person"
                            .formatted(version));
        }
    }

    /** The row that decides. */
    public PolicyRow rowFor(UpgradeType type, ImpactLevel impact) {
        return rows.stream().filter(row -> row.matches(type, impact)).findFirst().orElseThrow();
    }
}
