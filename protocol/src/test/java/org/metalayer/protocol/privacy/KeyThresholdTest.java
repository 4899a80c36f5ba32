package org.metalayer.protocol.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyThresholdTest {

    private static final Epsilon ONE = Epsilon.parse("1");

    @Test
    void thePublishedFigureIsMet() {
        assertThat(KeyThreshold.continuous(ONE, 1e-5)).isCloseTo(11.8198, within(0.0001));
    }

    /** Rounded up, the figure for continuous noise gives away more than δ of whole numbers. */
    @Test
    void thePublishedFigureIsTooSmallForWholeNumbers() {
        long published = (long) Math.ceil(KeyThreshold.continuous(ONE, 1e-5)) - 1;
        assertThat(tail(1, published)).isGreaterThan(1e-5);
        long own = new KeyThreshold(GroupThreshold.DEFAULT, ONE, 1e-5).least() - 10;
        assertThat(tail(1, own)).isLessThanOrEqualTo(1e-5);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 1, 1e-5, 22",
        "5, 1, 1e-5, 17",
        "10, 0.5, 1e-5, 33",
        "10, 10, 1e-3, 11",
        "10, 0.01, 1e-12, 2705"
    })
    void isTheLeastThatKeepsDelta(long k, String epsilon, double delta, long least) {
        KeyThreshold threshold =
                new KeyThreshold(new GroupThreshold(k), Epsilon.parse(epsilon), delta);
        double exponent = threshold.epsilon().value().doubleValue();
        assertThat(threshold.least()).isEqualTo(least);
        assertThat(tail(exponent, least - k)).isLessThanOrEqualTo(delta);
        assertThat(tail(exponent, least - k - 1)).isGreaterThan(delta);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e-5, 1e-13, 1.1e-3, 1, Double.NaN, Double.POSITIVE_INFINITY})
    void anotherDeltaIsRefused(double delta) {
        assertThatThrownBy(() -> new KeyThreshold(GroupThreshold.DEFAULT, ONE, delta))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("delta must be from 1.0E-12 to 0.001, was " + delta);
    }

    /** How likely noise is to be at least so much, above 0: the sum of a geometric series. */
    private static double tail(double epsilon, long noise) {
        return Math.exp(-epsilon * (double) noise) / (1 + Math.exp(-epsilon));
    }
}
