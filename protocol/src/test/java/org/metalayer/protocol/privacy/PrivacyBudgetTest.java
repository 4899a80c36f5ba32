package org.metalayer.protocol.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.protocol.privacy.PrivacyBudget.Exhausted;
import org.metalayer.protocol.privacy.PrivacyBudget.Spent;

class PrivacyBudgetTest {

    private static final Epsilon TENTH = Epsilon.parse("0.1");

    /** Ten times 0.1 is 1 here, as it is not in binary. */
    @Test
    void isSpentToTheLastAndNoFurther() {
        PrivacyBudget budget = PrivacyBudget.of(new BigDecimal("1.00"));
        for (int times = 0; times < 10; times++) {
            budget = spent(budget, TENTH);
        }
        assertThat(budget).isEqualTo(new PrivacyBudget(BigDecimal.ONE, BigDecimal.ONE));
        assertThat(budget.left()).isEqualByComparingTo("0");
        assertThat(budget.spend(Epsilon.parse("0.000001")))
                .isEqualTo(
                        new Exhausted(
                                "epsilon 0.000001 is more than the 0 that is left of 1 in this"
                                        + " period"));
    }

    @Test
    void whatDoesNotFitTakesNothing() {
        PrivacyBudget budget = new PrivacyBudget(new BigDecimal("26"), new BigDecimal("25.6"));
        assertThat(budget.spend(Epsilon.parse("0.5")))
                .isEqualTo(
                        new Exhausted(
                                "epsilon 0.5 is more than the 0.4 that is left of 26 in this"
                                        + " period"));
        assertThat(spent(budget, Epsilon.parse("0.4")).left()).isEqualByComparingTo("0");
    }

    @Test
    void nothingIsLeftOfWhatWasCut() {
        PrivacyBudget cut = new PrivacyBudget(BigDecimal.ONE, BigDecimal.TWO);
        assertThat(cut.left()).isEqualByComparingTo("0");
        assertThat(cut.spend(TENTH)).isInstanceOf(Exhausted.class);
    }

    @Test
    void whereNothingIsAllowedNothingIsReleased() {
        assertThat(PrivacyBudget.of(BigDecimal.ZERO).spend(TENTH)).isInstanceOf(Exhausted.class);
    }

    @ParameterizedTest
    @CsvSource({"-0.1", "1000000.1", "1E+999999999", "0.0000001"})
    void sumsThatAreNoneAreRefused(BigDecimal sum) {
        assertThatThrownBy(() -> PrivacyBudget.of(sum))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "allowed must be from 0 to 1000000 with at most 6 digits after the point");
        assertThatThrownBy(() -> new PrivacyBudget(BigDecimal.TEN, sum))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("spent must be from 0 to 1000000");
    }

    private static PrivacyBudget spent(PrivacyBudget budget, Epsilon epsilon) {
        assertThat(budget.spend(epsilon)).isInstanceOf(Spent.class);
        return ((Spent) budget.spend(epsilon)).budget();
    }
}
