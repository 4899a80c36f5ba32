package org.metalayer.server.evaluation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;

/** What a person's decision takes from the policy. */
class PolicyTest {

    private static final Optional<Facts> SEEN = Optional.of(Facts.usual());

    private static final Policy POLICY =
            new Policy(
                    7,
                    Sha256.of(new byte[0]),
                    List.of(
                            row(1, UpgradeType.FEATURE, Verdict.REJECT, null, Priority.NORMAL),
                            row(
                                    2,
                                    UpgradeType.SECURITY,
                                    Verdict.APPROVE,
                                    Strategy.IMMEDIATE,
                                    Priority.URGENT),
                            row(
                                    3,
                                    UpgradeType.BUGFIX,
                                    Verdict.APPROVE,
                                    Strategy.IMMEDIATE,
                                    Priority.HIGH),
                            row(
                                    4,
                                    UpgradeType.FEATURE,
                                    Verdict.APPROVE,
                                    Strategy.OPTIONAL,
                                    Priority.LOW),
                            row(5, null, Verdict.NEEDS_HUMAN, null, Priority.NORMAL)));

    @Test
    void theUsualStrategyIsThatOfTheFirstRowThatApprovesTheType() {
        assertThat(POLICY.usualStrategy(UpgradeType.BUGFIX, SEEN)).contains(Strategy.IMMEDIATE);
        assertThat(POLICY.usualStrategy(UpgradeType.FEATURE, SEEN)).contains(Strategy.OPTIONAL);
    }

    @Test
    void aTypeThatIsNeverApprovedHasNoUsualStrategy() {
        assertThat(POLICY.usualStrategy(UpgradeType.UX, SEEN)).isEmpty();
    }

    @Test
    void aRowForAnyTypeIsUsualForAll() {
        Policy open =
                new Policy(
                        8,
                        Sha256.of(new byte[0]),
                        List.of(
                                row(1, null, Verdict.APPROVE, Strategy.STAGED, Priority.LOW),
                                row(2, null, Verdict.NEEDS_HUMAN, null, Priority.NORMAL)));

        assertThat(open.usualStrategy(UpgradeType.UX, SEEN)).contains(Strategy.STAGED);
    }

    @Test
    void thePriorityIsThatOfTheSameStrategyAndRatherOfTheSameType() {
        assertThat(POLICY.priority(UpgradeType.BUGFIX, SEEN, Strategy.IMMEDIATE))
                .isEqualTo(Priority.HIGH);
        assertThat(POLICY.priority(UpgradeType.UX, SEEN, Strategy.IMMEDIATE))
                .isEqualTo(Priority.URGENT);
        assertThat(POLICY.priority(UpgradeType.UX, SEEN, Strategy.OPTIONAL))
                .isEqualTo(Priority.LOW);
        assertThat(POLICY.priority(UpgradeType.UX, SEEN, Strategy.STAGED))
                .isEqualTo(Priority.NORMAL);
    }

    @Test
    void whatARowSaysOfOtherReportsIsNotUsualForThisOne() {
        Policy policy =
                new Policy(
                        9,
                        Sha256.of(new byte[0]),
                        List.of(
                                where("reach < 5", Strategy.IMMEDIATE, Priority.URGENT),
                                where("1 / files_removed > 0", Strategy.STAGED, Priority.HIGH),
                                where("reach < 50", Strategy.STAGED, Priority.LOW),
                                row(4, null, Verdict.APPROVE, Strategy.IMMEDIATE, Priority.NORMAL),
                                row(5, null, Verdict.NEEDS_HUMAN, null, Priority.NORMAL)));

        assertThat(policy.usualStrategy(UpgradeType.UX, SEEN)).contains(Strategy.STAGED);
        assertThat(policy.priority(UpgradeType.UX, SEEN, Strategy.STAGED)).isEqualTo(Priority.LOW);
        assertThat(policy.priority(UpgradeType.UX, SEEN, Strategy.IMMEDIATE))
                .isEqualTo(Priority.NORMAL);
        Optional<Facts> unexamined =
                Optional.of(Facts.unexamined(new ComponentName("clock"), UpgradeType.UX));
        assertThat(policy.usualStrategy(UpgradeType.UX, unexamined)).contains(Strategy.IMMEDIATE);
        assertThat(policy.usualStrategy(UpgradeType.UX, Optional.empty()))
                .contains(Strategy.IMMEDIATE);
    }

    private static PolicyRow where(String condition, Strategy strategy, Priority priority) {
        return new PolicyRow(
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.of(Condition.kept(condition)),
                Verdict.APPROVE,
                Optional.of(strategy),
                priority);
    }

    private static PolicyRow row(
            int ordinal,
            @Nullable UpgradeType type,
            Verdict verdict,
            @Nullable Strategy strategy,
            Priority priority) {
        return new PolicyRow(
                ordinal,
                Optional.ofNullable(type),
                Optional.empty(),
                Optional.empty(),
                verdict,
                Optional.ofNullable(strategy),
                priority);
    }
}
