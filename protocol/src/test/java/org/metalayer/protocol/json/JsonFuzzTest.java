package org.metalayer.protocol.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.metalayer.protocol.MalformedDocumentException;

class JsonFuzzTest {
    @FuzzTest
    void anythingIsRefusedOrKeptExactly(byte[] input) {
        JsonValue value;
        try {
            value = Json.parse(input);
        } catch (MalformedDocumentException refused) {
            assertThat(refused.getMessage()).doesNotContainPattern("\\p{Cc}");
            return;
        }
        assertThat(Json.parse(Json.write(value))).isEqualTo(value);
        assertThat(Json.parse(Json.pretty(value).getBytes(UTF_8))).isEqualTo(value);
    }
}
