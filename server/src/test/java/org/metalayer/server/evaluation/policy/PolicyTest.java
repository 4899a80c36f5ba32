package org.metalayer.server.evaluation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.Impact;
import org.metalayer.server.evaluation.impact.ImpactLevel;
import org.metalayer.server.evaluation.stage.Finding;
import org.metalayer.server.evaluation.stage.StageEvidence;

class PolicyTest {

    private static final PolicyRow TO_A_PERSON =
            new PolicyRow(
                    9,
                    Optional.empty(),
                    Optional.empty(),
                    Verdict.NEEDS_HUMAN,
                    Optional.empty(),
                    Priority.NORMAL);
    private static final ComponentName PLAYER = new ComponentName("music-player");

    @Test
    void theFirstRowThatMatchesWins() {
        Policy policy =
                new Policy(
                        1,
                        List.of(
                                row(1, UpgradeType.FEATURE, ImpactLevel.HIGH, Strategy.IMMEDIATE),
                                row(2, UpgradeType.FEATURE, ImpactLevel.LOW, Strategy.STAGED),
                                TO_A_PERSON));

        assertThat(policy.rowFor(UpgradeType.FEATURE, ImpactLevel.HIGH).ordinal()).isEqualTo(1);
        assertThat(policy.rowFor(UpgradeType.FEATURE, ImpactLevel.MEDIUM).ordinal()).isEqualTo(2);
        assertThat(policy.rowFor(UpgradeType.UX, ImpactLevel.HIGH).ordinal()).isEqualTo(9);
    }

    @Test
    void aPolicyWithoutALastResortCannotExist() {
        assertThatThrownBy(() -> new Policy(1, List.of()))
                .hasMessageContaining("must send everything else to a person");
        assertThatThrownBy(
                        () ->
                                new Policy(
                                        1,
                                        List.of(
                                                TO_A_PERSON,
                                                row(
                                                        2,
                                                        UpgradeType.UX,
                                                        ImpactLevel.LOW,
                                                        Strategy.OPTIONAL))))
                .hasMessageContaining("must send everything else to a person");
    }

    @Test
    void noTableWeakensTheGuardRails() {
        Policy reckless =
                new Policy(
                        1,
                        List.of(
                                row(1, UpgradeType.BUGFIX, ImpactLevel.LOW, Strategy.IMMEDIATE),
                                TO_A_PERSON));

        assertThat(rule(PLAYER, reckless, new Finding.Passed("fine")).verdict())
                .isEqualTo(Verdict.APPROVE);
        assertThat(rule(PLAYER, reckless, new Finding.Refused("bad")))
                .satisfies(
                        ruling -> {
                            assertThat(ruling.verdict()).isEqualTo(Verdict.REJECT);
                            assertThat(ruling.reasons()).containsExactly("stage: bad");
                            assertThat(ruling.policyRow()).isEmpty();
                        });
        assertThat(rule(PLAYER, reckless, new Finding.Doubtful("odd")).verdict())
                .isEqualTo(Verdict.NEEDS_HUMAN);
        assertThat(rule(new ComponentName("agent"), reckless, new Finding.Passed("fine")))
                .satisfies(
                        ruling -> {
                            assertThat(ruling.verdict()).isEqualTo(Verdict.NEEDS_HUMAN);
                            assertThat(ruling.reasons())
                                    .containsExactly(
                                            "agent runs outside the sandbox: a person must approve it");
                        });
    }

    @Test
    void aStrategyBelongsToApprovalsAndOnlyToThem() {
        assertThatThrownBy(
                        () ->
                                new Ruling(
                                        Verdict.REJECT,
                                        Optional.of(Strategy.STAGED),
                                        Priority.LOW,
                                        1,
                                        Optional.empty(),
                                        List.of("why")))
                .hasMessageContaining("only to them");
    }

    private static Ruling rule(ComponentName component, Policy policy, Finding finding) {
        return Judge.rule(
                component,
                UpgradeType.BUGFIX,
                List.of(new StageEvidence("stage", finding)),
                Impact.UNKNOWN,
                policy);
    }

    private static PolicyRow row(
            int ordinal, UpgradeType type, ImpactLevel least, Strategy strategy) {
        return new PolicyRow(
                ordinal,
                Optional.of(type),
                Optional.of(least),
                Verdict.APPROVE,
                Optional.of(strategy),
                Priority.NORMAL);
    }
}
