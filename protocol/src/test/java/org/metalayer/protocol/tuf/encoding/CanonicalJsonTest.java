package org.metalayer.protocol.tuf.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;

class CanonicalJsonTest {
    @Test
    void ordersMembersAndLeavesNoSpace() {
        assertThat(canonical("{ \"b\" : [1, true, null, \"x\"], \"a\" : { \"d\":-7, \"c\":0 } }"))
                .isEqualTo("{\"a\":{\"c\":0,\"d\":-7},\"b\":[1,true,null,\"x\"]}");
    }

    @Test
    void escapesOnlyTheQuoteAndTheBackslash() {
        assertThat(canonical("\"a\\n\\t\\u0000\\\"\\\\\\/\\u00e9\""))
                .isEqualTo("\"a\n\t\0\\\"\\\\/é\"");
    }

    @Test
    void ordersByCodePointWhereUtf16WouldOrderOtherwise() {
        assertThat(canonical("{\"\\ud83c\\udfb5\":1,\"\\uff5e\":2}"))
                .isEqualTo("{\"\uff5e\":2,\"🎵\":1}");
    }

    @Test
    void keepsWholeNumbersOfAnySize() {
        assertThat(canonical("[123456789012345678901234567890,-0]"))
                .isEqualTo("[123456789012345678901234567890,0]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1.0", "1e2", "1E-2", "0.0"})
    void refusesWhatOtherProgramsReadAsFractions(String number) {
        assertThatThrownBy(() -> canonical("{\"n\":" + number + "}"))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining("whole numbers");
    }

    private static String canonical(String json) {
        return new String(CanonicalJson.encode(Json.parse(json.getBytes(UTF_8))), UTF_8);
    }
}
