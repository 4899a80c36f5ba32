package org.metalayer.server.platform.rest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.platform.ProblemException;

/** The {@code If-Match} headers of anybody. */
class ExpectedVersionFuzzTest {

    @FuzzTest
    void anythingIsRefusedOrTheVersionThatStandsThere(byte[] input) {
        String header = new String(input, ISO_8859_1);
        @Nullable Integer version;
        try {
            version = ExpectedVersion.of(header);
        } catch (ProblemException refused) {
            assertThat(refused.getMessage()).doesNotContainPattern("\\p{Cc}");
            return;
        }
        if (version == null) {
            assertThat(header).isEqualTo("*");
        } else {
            assertThat(header).matches("\"0*" + version + "\"");
        }
    }
}
