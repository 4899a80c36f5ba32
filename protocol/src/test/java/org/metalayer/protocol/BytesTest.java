package org.metalayer.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BytesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1.0 kB",
        "999949, 999.9 kB",
        "999950, 1.0 MB",
        "4294967296, 4.3 GB",
        "9223372036854775807, 9223372.0 TB"
    })
    void showsSizesInTheLargestFittingUnit(long bytes, String expected) {
        assertThat(Bytes.shown(bytes)).isEqualTo(expected);
    }
}
