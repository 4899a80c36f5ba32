package org.metalayer.server.evaluation.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions: what they can say, and what somebody who means harm cannot make of them. */
class ConditionTest {

    private static final Facts USUAL = Facts.usual();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upgrade_type == feature",
                "upgrade_type in [security, feature]",
                "impact >= medium && impact < high",
                "component.startsWith('music-')",
                "files_removed == 0 && changed_bytes < 1000000",
                "has_parent && !capability_increase",
                "contributor_released * 2 >= contributor_reports",
                "scanned || reach <= 10 // a comment"
            })
    void whatIsTrueOfAUsualReportHolds(String source) throws ConditionException {
        assertThat(Condition.parse(source).holds(USUAL)).isTrue();
        assertThat(Condition.parse("!(" + source.replaceAll("//.*", "") + ")").holds(USUAL))
                .isFalse();
    }

    @Test
    void anUnknownNameIsRefusedWithItsPlace() {
        ConditionException refused = refused("has_parent &&\n  imapct == high");

        assertThat(refused.why()).isEqualTo("undeclared reference to 'imapct'");
        assertThat(refused.line()).isEqualTo(2);
        assertThat(refused.column()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upgrade_type == 'security'",
                "upgrade_type == secruity",
                "score + component == 3",
                "has_parent == 1",
                "component > 3 && true",
                "score"
            })
    void aWrongTypeIsRefused(String source) {
        assertThat(refused(source).line()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1, 2, 3].all(x, x > 0)",
                "[1, 2, 3].map(x, x).size() > 0",
                "dyn(score) == 1",
                "component.matches('(a+)+$')",
                "timestamp('2026-01-01T00:00:00Z') < timestamp('2027-01-01T00:00:00Z')",
                "google.protobuf.Duration{seconds: 1} == google.protobuf.Duration{seconds: 1}",
                "type(score) == int"
            })
    void whatCouldLoopOrLookElsewhereIsNoPartOfTheLanguage(String source) {
        assertThat(refused(source).why()).isNotBlank();
    }

    @Test
    void hugeAndDeepConditionsAreRefused() {
        assertThat(refused("true || ".repeat(100_000) + "true").why()).contains("at most 500");
        assertThat(refused("(".repeat(240) + "true" + ")".repeat(240)).why()).contains("limit");
        assertThat(refused("score>".repeat(80) + "1").why()).contains("limit");
        assertThat(refused("[".repeat(200) + "]".repeat(200) + "==[]").why()).contains("limit");
    }

    @Test
    void whatCannotBeToldIsAnErrorAndNotFalse() throws ConditionException {
        Condition division = Condition.parse("score / files_removed > 1");
        Condition overflow = Condition.parse("9223372036854775807 + score > 1");

        assertThatThrownBy(() -> division.holds(USUAL)).hasMessageContaining("by zero");
        assertThatThrownBy(() -> overflow.holds(USUAL)).hasMessageContaining("overflow");
    }

    @Test
    void aKeptConditionThatCannotBeReadAnyMoreDoesNotHoldAndDoesNotPass() {
        Condition unreadable = Condition.kept("this is no CEL");

        assertThatThrownBy(() -> unreadable.holds(USUAL)).isInstanceOf(ConditionException.class);
    }

    private static ConditionException refused(String source) {
        return catchThrowableOfType(ConditionException.class, () -> Condition.parse(source));
    }
}
