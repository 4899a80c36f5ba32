package org.metalayer.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadTest {
    @Test
    void theMedianOfAnOddNumberIsTheMiddleOne() {
        assertThat(Spread.of(9, 1, 5).median()).isEqualTo(5);
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetweenTheMiddleOnes() {
        assertThat(Spread.of(8, 1, 4, 100).median()).isEqualTo(6);
    }

    @Test
    void knowsItsExtremes() {
        Spread spread = Spread.of(3, -2, 7);
        assertThat(spread.min()).isEqualTo(-2);
        assertThat(spread.max()).isEqualTo(7);
    }

    @Test
    void dividesRoundByRound() {
        // The quotient of the medians would be 1.
        Spread ratios = Spread.of(10, 20, 90).over(Spread.of(20, 10, 30));
        assertThat(ratios).isEqualTo(Spread.of(0.5, 2, 3));
    }

    @Test
    void subtractsRoundByRound() {
        assertThat(Spread.of(3, 5).minus(Spread.of(1, 4))).isEqualTo(Spread.of(2, 1));
    }

    @Test
    void refusesRoundsWithoutCounterpart() {
        assertThatThrownBy(() -> Spread.of(1, 2).over(Spread.of(1)))
                .hasMessage("2 rounds against 1");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void refusesWhatIsNoFigure(double value) {
        assertThatThrownBy(() -> Spread.of(1, value)).hasMessageContaining("finite");
    }

    @Test
    void refusesToBeEmpty() {
        assertThatThrownBy(Spread::of).hasMessageContaining("needs finite values");
    }
}
