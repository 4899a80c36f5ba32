package org.metalayer.benchmarks.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "PER_SECOND; 61234.5; 61,235/s",
                "SECONDS; 12.34; 12.3 s",
                "MILLISECONDS; 1.234; 1.23 ms",
                "RATIO; 0.6999; 0.700×",
                "MEGABYTES; 215; 215 MB"
            })
    void writesAsManyDigitsAsTell(Unit unit, double value, String text) {
        assertThat(unit.format(value)).isEqualTo(text);
    }
}
