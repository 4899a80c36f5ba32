package org.metalayer.server.platform.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import java.util.OptionalLong;

/** The {@code Content-Length} headers of anybody. */
class ContentLengthFuzzTest {

    /** What no body can reach; numbers from here on need not be told apart. */
    private static final BigInteger BEYOND = BigInteger.TEN.pow(18);

    @FuzzTest
    void anythingIsNothingOrTheNumberThatStandsThere(byte[] input) {
        String header = new String(input, ISO_8859_1);
        OptionalLong length = ContentLength.parse(header);
        if (!header.matches("[0-9]+")) {
            assertThat(length).isEmpty();
            return;
        }
        BigInteger said = new BigInteger(header);
        assertThat(length)
                .hasValue(said.compareTo(BEYOND) < 0 ? said.longValueExact() : Long.MAX_VALUE);
    }
}
