package org.metalayer.image.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class ByteCountTest {

    @ParameterizedTest
    @CsvSource({
        "8G, 8000000000",
        "8GB, 8000000000",
        "8GiB, 8589934592",
        "1M, 999936",
        "8000000000, 8000000000",
        "1023, 512"
    })
    void readsWholeSectors(String text, long bytes) {
        assertThat(ByteCount.parse(text)).isEqualTo(new ByteCount(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "8B",
                "G",
                "-8G",
                "-8",
                "8T",
                "8 G",
                "1e3M",
                "9999999G",
                "9999999999999999999"
            })
    void refusesTheRest(String text) {
        assertThatThrownBy(() -> ByteCount.parse(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("write it like 8G");
    }
}
