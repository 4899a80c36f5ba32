package org.metalayer.server.catalog.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** The {@code Range} headers of anybody. */
class ByteRangeFuzzTest {

    @FuzzTest
    void anyRangeLiesInTheFileOrIsNone(byte[] input) {
        String header = new String(input, StandardCharsets.ISO_8859_1);
        for (long size : new long[] {0, 1, 1000, Long.MAX_VALUE}) {
            if (ByteRange.parse(header, size) instanceof ByteRange.Wanted.Part(ByteRange range)) {
                assertThat(header).startsWith("bytes=");
                assertThat(range.first()).isNotNegative();
                assertThat(range.length()).isBetween(1L, size - range.first());
            }
        }
    }
}
