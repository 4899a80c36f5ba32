package org.metalayer.server.evaluation.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.UpgradeType;

/** Conditions as any operator may type them, or whoever came by an operator's password. */
class ConditionFuzzTest {

    private static final List<Facts> REPORTS =
            List.of(
                    Facts.usual(),
                    Facts.unexamined(new ComponentName("os"), UpgradeType.SECURITY),
                    Facts.usual().with(Fact.SCORE, Fact.MOST).with(Fact.REACH, Fact.MOST));

    @FuzzTest
    void anythingIsRefusedWithItsPlaceOrHoldsForCertain(byte[] input) {
        String source = new String(input, UTF_8);
        Condition condition;
        try {
            condition = Condition.parse(source);
        } catch (ConditionException refused) {
            assertThat(refused.why()).isNotBlank().doesNotContainPattern("\\p{Cc}");
            assertThat((long) refused.line())
                    .isLessThanOrEqualTo(1 + source.chars().filter(c -> c == '\n').count());
            return;
        }
        assertThat(source.codePointCount(0, source.length()))
                .isLessThanOrEqualTo(Condition.LONGEST);
        assertThat(words()).containsAll(condition.mentions().words());
        for (Facts report : REPORTS) {
            Optional<Boolean> holds = holds(condition, report);
            assertThat(holds(Condition.kept(source), report)).isEqualTo(holds);
            opposite(source)
                    .ifPresent(opposite ->
                            assertThat(holds(opposite, report)).isEqualTo(holds.map(it -> !it)));
        }
    }

    /** Empty where it cannot be told. */
    private static Optional<Boolean> holds(Condition condition, Facts report) {
        try {
            return Optional.of(condition.holds(report));
        } catch (ConditionException cannotBeTold) {
            assertThat(cannotBeTold.why()).isNotBlank().doesNotContainPattern("\\p{Cc}");
            return Optional.empty();
        }
    }

    /** Nothing in a condition reaches out of its brackets; empty where that is too long or deep. */
    private static Optional<Condition> opposite(String source) {
        try {
            return Optional.of(Condition.parse("!(" + source + "\n)"));
        } catch (ConditionException tooMuch) {
            assertThat(tooMuch.why()).containsAnyOf("at most", "limit");
            return Optional.empty();
        }
    }

    private static Set<String> words() {
        Set<String> words = new HashSet<>(ConditionLanguage.WORDS.keySet());
        words.add(ConditionLanguage.IMPACT);
        for (Fact fact : Fact.values()) {
            words.add(fact.word());
        }
        return words;
    }
}
