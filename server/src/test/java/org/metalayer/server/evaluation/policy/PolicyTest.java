package org.metalayer.server.evaluation.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;

/** What a person's decision takes from the policy. */
class PolicyTest {

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
        assertThat(POLICY.usualStrategy(UpgradeType.BUGFIX)).contains(Strategy.IMMEDIATE);
        assertThat(POLICY.usualStrategy(UpgradeType.FEATURE)).contains(Strategy.OPTIONAL);
    }

    @Test
    void aTypeThatIsNeverApprovedHasNoUsualStrategy() {
        assertThat(POLICY.usualStrategy(UpgradeType.UX)).isEmpty();
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

        assertThat(open.usualStrategy(UpgradeType.UX)).contains(Strategy.STAGED);
    }

    @Test
    void thePriorityIsThatOfTheSameStrategyAndRatherOfTheSameType() {
        assertThat(POLICY.priority(UpgradeType.BUGFIX, Strategy.IMMEDIATE))
                .isEqualTo(Priority.HIGH);
        assertThat(POLICY.priority(UpgradeType.UX, Strategy.IMMEDIATE)).isEqualTo(Priority.URGENT);
        assertThat(POLICY.priority(UpgradeType.UX, Strategy.OPTIONAL)).isEqualTo(Priority.LOW);
        assertThat(POLICY.priority(UpgradeType.UX, Strategy.STAGED)).isEqualTo(Priority.NORMAL);
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
