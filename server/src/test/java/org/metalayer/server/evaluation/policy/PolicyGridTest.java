package org.metalayer.server.evaluation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Strategy;

/** What the difference between two policies finds, and what it admits. */
class PolicyGridTest {

    private static final Policy NOTHING = policy();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "component != 'music-player'",
                "!(component in ['music-player', 'clock'])",
                "component == 'clo' + 'ck'",
                "component.endsWith('-player') && component != 'music-player'",
                "changed_bytes > 10 * 1024 * 1024",
                "reach >= 0x3E8",
                "reach * 3 > 1000",
                "code_bytes - 100 > 8000000000000000",
                "component == 'clock' && changed_bytes > 5000000",
                "component != 'music-player' && files_removed == 77",
                "score > 71 && !has_parent && reach == 4321"
            })
    void aRowThatDecidesAboutSomethingIsFound(String condition) {
        PolicyGrid.Comparison found = PolicyGrid.compare(NOTHING, policy(condition));

        assertThat(found.cells()).anyMatch(cell -> cell.different() > 0);
        assertThat(found.unreached()).isEmpty();
        assertThat(found.cutOff()).isFalse();
    }

    @Test
    void aRowThatNoImaginedReportComesToIsNamed() {
        PolicyGrid.Comparison found =
                PolicyGrid.compare(NOTHING, policy("reach * 1000 == 7", "reach > 3", "reach > 5"));

        assertThat(found.unreached()).containsExactly(1, 3);
        assertThat(found.tried()).isPositive();
    }

    @Test
    void hugePoliciesAreTriedWithSoManyReportsAndNoMoreAndItIsSaid() {
        String numbers =
                NUMBERS.stream().map(word -> word + " == 0").collect(Collectors.joining(" || "));
        List<String> conditions = new ArrayList<>(List.of(numbers + " || scanned || has_parent"));
        IntStream.range(0, 48)
                .mapToObj(i ->
                        "component == 'c%d' && reach > %d && score > %d".formatted(i, i * 1000, i))
                .forEach(conditions::add);

        PolicyGrid.Comparison found =
                PolicyGrid.compare(NOTHING, policy(conditions.toArray(String[]::new)));

        assertThat(found.cutOff()).isTrue();
        assertThat(found.tried()).isBetween(10_000, ImaginedReports.MOST);
    }

    private static final List<String> NUMBERS =
            List.of(
                    "description_length",
                    "features",
                    "claims",
                    "files_added",
                    "files_modified",
                    "files_removed",
                    "changed_bytes",
                    "code_bytes",
                    "contributor_reports",
                    "contributor_released");

    /** One row that approves for each condition, and the last one. */
    private static Policy policy(String... conditions) {
        List<PolicyRow> rows = new ArrayList<>();
        for (String condition : conditions) {
            rows.add(
                    row(
                            rows.size() + 1,
                            Optional.of(Condition.kept(condition)),
                            Verdict.APPROVE,
                            Optional.of(Strategy.STAGED)));
        }
        rows.add(row(rows.size() + 1, Optional.empty(), Verdict.NEEDS_HUMAN, Optional.empty()));
        return new Policy(1, Sha256.of(new byte[0]), rows);
    }

    private static PolicyRow row(
            int ordinal,
            Optional<Condition> condition,
            Verdict verdict,
            Optional<Strategy> strategy) {
        return new PolicyRow(
                ordinal,
                Optional.empty(),
                Optional.empty(),
                condition,
                verdict,
                strategy,
                Priority.NORMAL);
    }
}
