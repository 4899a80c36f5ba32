package org.metalayer.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.json.Json;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001B[2J", // escape sequence: clears the screen
                "\u009B2J", // the same in one 8-bit control character
                "\u0007",
                "\u007F",
                "\u202E", // writes the rest from right to left
                "\u2028"
            })
    void replacesWhatActsOnATerminal(String hostile) {
        assertThat(PlainText.line("a" + hostile + "b"))
                .startsWith("a\uFFFD")
                .endsWith("b")
                .doesNotContain(hostile.substring(0, 1));
    }

    @Test
    void leavesWordsOfEveryLanguageAlone() {
        String text = "Küche 台所 مطبخ می\u200Cخواهم 👩\u200D🍳";
        assertThat(PlainText.line(text)).isEqualTo(text);
    }

    @Test
    void staysOnOneLine() {
        assertThat(PlainText.line("a\r\nb\tc")).isEqualTo("a  b c");
    }

    @Test
    void severalLinesStaySeveralLines() {
        assertThat(PlainText.lines("a\nb\u001B[2J\rc")).isEqualTo("a\nb\uFFFD[2J c");
    }

    @Test
    void jsonForATerminalStillSaysTheSame() {
        String hostile = "{\"name\":\"a\u009B2J\u202Eb\"}\n";
        String shown = PlainText.json(hostile);
        assertThat(shown).doesNotContain("\u009B", "\u202E");
        assertThat(Json.parse(shown.getBytes(UTF_8)))
                .isEqualTo(Json.parse(hostile.getBytes(UTF_8)));
    }
}
