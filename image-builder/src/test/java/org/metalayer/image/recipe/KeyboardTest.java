package org.metalayer.image.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init") // filled in before the tests
class KeyboardTest {

    private static final String SCRIPT = "mkosi.extra/usr/lib/metalayer/keyboard";
    private static final String KEPT = "/data/system/keyboard";

    @TempDir Path root;
    private Script stick;

    @BeforeEach
    void prepare() throws IOException {
        stick = new Script(root);
        stick.program("loadkeys", "");
        stick.write("/data/system/other", "");
    }

    @Test
    void whatWasKeptIsTakenByTheConsoleAndTheBrowser() throws Exception {
        stick.write(KEPT, "fr_CH-latin1\n");
        assertThat(stick.run(SCRIPT).status()).isZero();
        assertThat(stick.said())
                .anyMatch(line -> line.startsWith("loadkeys") && line.endsWith(" fr_CH-latin1"));
        assertThat(stick.at("/run/metalayer/keyboard"))
                .hasContent("XKB_DEFAULT_LAYOUT=ch\nXKB_DEFAULT_VARIANT=fr\n");
    }

    /** The data partition is written on other computers, too. */
    @ParameterizedTest
    @ValueSource(strings = {"", "us", "../../etc/shadow", "de-latin1", "; reboot", "us us English"})
    void anythingElseIsTheUsualOne(String kept) throws Exception {
        stick.write(KEPT, kept);
        assertThat(stick.run(SCRIPT).status()).isZero();
        assertThat(stick.said()).anyMatch(line -> line.endsWith("/dev/tty1 us"));
        assertThat(stick.at("/run/metalayer/keyboard"))
                .hasContent("XKB_DEFAULT_LAYOUT=us\nXKB_DEFAULT_VARIANT=\n");
    }

    @Test
    void nothingKeptIsTheUsualOne() throws Exception {
        assertThat(stick.run(SCRIPT).status()).isZero();
        assertThat(stick.said()).anyMatch(line -> line.endsWith("/dev/tty1 us"));
    }
}
