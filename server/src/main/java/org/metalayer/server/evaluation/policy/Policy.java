package org.metalayer.server.evaluation.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;

/**
 * An ordered decision table; the first row that matches wins, and the last one always matches.
 *
 * @param sha256 of the version's canonical form, its examples included
 */
public record Policy(int version, Sha256 sha256, List<PolicyRow> rows) {

    public Policy {
        rows = List.copyOf(rows);
        if (rows.isEmpty() || !rows.getLast().isLastResort()) {
            throw new IllegalArgumentException(
                    "the last row of policy %d must send everything else to a person"
                            .formatted(version));
        }
    }

    /** The policy as decisions name it. */
    public PolicyName name() {
        return new PolicyName(version, Optional.of(sha256));
    }

    /** How an approved upgrade of a type goes out; empty where the policy never approves one. */
    public Optional<Strategy> usualStrategy(UpgradeType type) {
        return approving()
                .filter(row -> row.concerns(type))
                .findFirst()
                .flatMap(PolicyRow::strategy);
    }

    /** How soon upgrades go out by a strategy, those of the type first. */
    public Priority priority(UpgradeType type, Strategy strategy) {
        List<PolicyRow> alike =
                approving().filter(row -> row.strategy().equals(Optional.of(strategy))).toList();
        return Stream.concat(alike.stream().filter(row -> row.concerns(type)), alike.stream())
                .findFirst()
                .map(PolicyRow::priority)
                .orElse(Priority.NORMAL);
    }

    private Stream<PolicyRow> approving() {
        return rows.stream().filter(row -> row.verdict() == Verdict.APPROVE);
    }
}
