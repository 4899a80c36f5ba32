package org.metalayer.agent.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** The {@code Range} headers of browsers and of whoever says to be one. */
class ByteRangeFuzzTest {

    @FuzzTest
    void anyRangeLiesInTheFileOrIsEmptyOrIgnored(byte[] input) {
        String header = new String(input, StandardCharsets.ISO_8859_1);
        for (long size : new long[] {0, 1, 1000, Long.MAX_VALUE}) {
            ByteRange.parse(header, size)
                    .ifPresent(range -> {
                        assertThat(range.length()).isNotNegative();
                        assertThat(range.from()).isNotNegative();
                        if (range.length() > 0) {
                            assertThat(range.from()).isLessThanOrEqualTo(size - range.length());
                        }
                    });
        }
    }
}
