package org.metalayer.protocol.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.MalformedDocumentException;

class EpsilonTest {

    @ParameterizedTest
    @CsvSource({
        "0.5, 1, 2, 0.5",
        "0.50, 1, 2, 0.5",
        "1, 1, 1, 1",
        "10, 10, 1, 10",
        "10.000000, 10, 1, 10",
        "0.333333, 333333, 1000000, 0.333333",
        "0.000001, 1, 1000000, 0.000001",
        "007.25, 29, 4, 7.25"
    })
    void isAFractionInLowestTerms(
            String decimal, long numerator, long denominator, String written) {
        Epsilon epsilon = Epsilon.parse(decimal);
        assertThat(epsilon.numerator()).isEqualTo(numerator);
        assertThat(epsilon.denominator()).isEqualTo(denominator);
        assertThat(epsilon).hasToString(written).isEqualTo(Epsilon.parse(written));
        assertThat(epsilon.value()).isEqualTo(new BigDecimal(written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                ".5",
                "1.",
                "1e3",
                "0x1",
                "NaN",
                "Infinity",
                "0,5",
                "1/2",
                "0.0000001",
                "1000000000",
                "0.5\n",
                "٠.٥"
            })
    void whatIsNoDecimalIsRefused(String text) {
        assertThatThrownBy(() -> Epsilon.parse(text))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageStartingWith(
                        "epsilon must be a decimal such as 0.5, with at most 6 digits after the"
                                + " point, was \"");
    }

    @ParameterizedTest
    @CsvSource({"0", "0.0", "0.000000", "00"})
    void noneAtAllIsRefused(String zero) {
        assertThatThrownBy(() -> Epsilon.parse(zero))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageStartingWith("epsilon must be above 0, was 0/");
    }

    @ParameterizedTest
    @CsvSource({"10.000001", "11", "1000", "999999999.999999"})
    void soMuchThatNothingIsHiddenIsRefused(String huge) {
        assertThatThrownBy(() -> Epsilon.parse(huge))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageStartingWith("epsilon must be at most 10, was ");
    }

    @Test
    void fractionsThatAreNoneOfThatAreRefused() {
        assertThatThrownBy(() -> new Epsilon(-1, 2))
                .hasMessage("epsilon must be above 0, was -1/2");
        assertThatThrownBy(() -> new Epsilon(1, 0)).hasMessage("epsilon must be above 0, was 1/0");
        assertThatThrownBy(() -> new Epsilon(-1, -2))
                .hasMessage("epsilon must be above 0, was -1/-2");
        assertThatThrownBy(() -> new Epsilon(1, Long.MIN_VALUE))
                .isInstanceOf(MalformedDocumentException.class);
        assertThatThrownBy(() -> new Epsilon(Long.MAX_VALUE, 1))
                .hasMessage("epsilon must be at most 10, was 9223372036854775807/1");
        assertThatThrownBy(() -> new Epsilon(1, 3))
                .hasMessage(
                        "epsilon must be a decimal with at most 6 digits after the point, was 1/3");
        assertThatThrownBy(() -> new Epsilon(1, Long.MAX_VALUE))
                .isInstanceOf(MalformedDocumentException.class);
    }
}
