package org.metalayer.protocol.tuf.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonValue;

class CanonicalJsonFuzzTest {
    @FuzzTest
    void whatCanBeSignedHasOneForm(byte[] input) {
        JsonValue value;
        byte[] canonical;
        try {
            value = Json.parse(input);
            canonical = CanonicalJson.encode(value);
        } catch (MalformedDocumentException refused) {
            return;
        }
        assertThat(CanonicalText.decode(canonical)).isEqualTo(value);
        assertThat(CanonicalJson.encode(Json.parse(Json.pretty(value).getBytes(UTF_8))))
                .isEqualTo(canonical);
    }
}
