package org.metalayer.server.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.server.catalog.rest.ByteRange.Wanted;

class ByteRangeTest {

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=10-19, 10, 10",
        "bytes=90-, 90, 10",
        "bytes=90-500, 90, 10",
        "bytes=-5, 95, 5",
        "bytes=-500, 0, 100"
    })
    void partsOfAFile(String header, long first, long length) {
        assertThat(ByteRange.parse(header, 100))
                .isEqualTo(new Wanted.Part(new ByteRange(first, length)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"bytes=0-1,5-6", "items=0-1", "bytes=-", "bytes=9-3", "bytes=a-b", ""})
    void whatIsNoSingleRangeIsIgnored(String header) {
        assertThat(ByteRange.parse(header, 100)).isEqualTo(new Wanted.Everything());
    }

    @Test
    void withoutAHeaderEverythingIsWanted() {
        assertThat(ByteRange.parse(null, 100)).isEqualTo(new Wanted.Everything());
    }

    @Test
    void whatBeginsBehindTheEndCannotBeSatisfied() {
        assertThat(ByteRange.parse("bytes=100-", 100)).isEqualTo(new Wanted.Unsatisfiable());
        assertThat(ByteRange.parse("bytes=0-", 0)).isEqualTo(new Wanted.Unsatisfiable());
        assertThat(ByteRange.parse("bytes=-5", 0)).isEqualTo(new Wanted.Unsatisfiable());
    }
}
