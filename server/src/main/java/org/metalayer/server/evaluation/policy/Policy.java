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

    /** How a person's approval goes out where they do not say; empty where no row says so. */
    public Optional<Strategy> usualStrategy(UpgradeType type, Optional<Facts> facts) {
        return approving(facts)
                .filter(row -> row.concerns(type))
                .findFirst()
                .flatMap(PolicyRow::strategy);
    }

    /** How soon upgrades go out by a strategy, those of the type first. */
    public Priority priority(UpgradeType type, Optional<Facts> facts, Strategy strategy) {
        List<PolicyRow> alike =
                approving(facts)
                        .filter(row -> row.strategy().equals(Optional.of(strategy)))
                        .toList();
        return Stream.concat(alike.stream().filter(row -> row.concerns(type)), alike.stream())
                .findFirst()
                .map(PolicyRow::priority)
                .orElse(Priority.NORMAL);
    }

    /** What a row says of other reports than this one is not usual for it. */
    private Stream<PolicyRow> approving(Optional<Facts> facts) {
        return rows.stream()
                .filter(row -> row.verdict() == Verdict.APPROVE)
                .filter(row -> row.holds(facts));
    }
}
