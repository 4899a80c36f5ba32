package org.metalayer.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Throws hostile strings at the parser and checks what must hold for whatever it lets through. */
class RelativePathFuzzTest {

    private static final int ROUNDS = 100_000;
    private static final long SEED = 20_261_101L;
    private static final String[] PIECES = {
        "a", "B", "é", "e\u0301", "語", "👩", "\ud800", "\udc00", "\u0000", "\n", "\u202e", "\ufffd",
        "/", "//", ".", "..", "../", "\\", " ", "~", "CON", "nul", "com1", ".txt", ":", "*", "%2f",
        "%00", "C:", "$", "Σ", "ß", "\u0345", "\u1e9e"
    };

    private final Random random = new Random(SEED);

    @Test
    void whateverPassesStaysInsideItsComponentAndSurvivesTheWire() {
        int accepted = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String candidate = hostile();
            if (RelativePath.objectionTo(candidate).isEmpty()) {
                accepted++;
                assertHarmless(new RelativePath(candidate));
            }
        }
        assertThat(accepted)
                .as("paths let through, so that the test proves something")
                .isGreaterThan(ROUNDS / 50);
    }

    @Test
    void everyRefusalIsOnePrintableLine() {
        for (int round = 0; round < ROUNDS; round++) {
            String candidate = hostile();
            RelativePath.objectionTo(candidate)
                    .ifPresent(objection -> assertPrintable(objection.explain(candidate)));
        }
    }

    @FuzzTest
    void anythingIsRefusedOrHarmless(byte[] utf8) {
        String candidate = new String(utf8, StandardCharsets.UTF_8);
        RelativePath.objectionTo(candidate)
                .ifPresentOrElse(
                        objection -> assertPrintable(objection.explain(candidate)),
                        () -> assertHarmless(new RelativePath(candidate)));
    }

    private static void assertHarmless(RelativePath path) {
        String value = path.value();
        assertThat(path.segments()).isNotEmpty().doesNotContain("", ".", "..");
        assertThat(new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(value);
        assertThat(Normalizer.normalize(value, Normalizer.Form.NFC)).isEqualTo(value);
        assertThat(value.chars()).noneMatch(c -> c < ' ' || c == '\\' || c == 0x7f);
        assertThat(String.join("/", path.segments())).isEqualTo(value);
        assertThat(value.length()).isLessThanOrEqualTo(RelativePath.MAX_LENGTH);
    }

    private static void assertPrintable(String line) {
        assertThat(line.codePoints())
                .noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x202e);
        assertThat(line).hasSizeLessThan(1_000);
    }

    private String hostile() {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(random.nextInt(20) == 0 ? 300 : 8);
        for (int i = 0; i < pieces; i++) {
            text.append(
                    random.nextInt(12) == 0 ? randomUnit() : PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private String randomUnit() {
        return String.valueOf((char) random.nextInt(0x10000));
    }
}
