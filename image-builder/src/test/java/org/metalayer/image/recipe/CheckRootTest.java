package org.metalayer.image.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // filled in before the tests
class CheckRootTest {

    private static final String SCRIPT =
            "mkosi.images/initrd/mkosi.extra/usr/lib/metalayer/check-root";

    @TempDir Path root;
    private Script stick;

    @BeforeEach
    void prepare() throws IOException {
        stick = new Script(root);
        stick.write("/sys/block/dm-0/dm/name", "personal\n");
        stick.write("/dev/dm-0", "never read");
    }

    @Test
    void aRootThatCanBeReadIsOne() throws Exception {
        stick.write("/sys/block/dm-1/dm/name", "root\n");
        stick.write("/dev/dm-1", "EROFS");
        assertThat(stick.run(SCRIPT)).isEqualTo(new Script.Result(0, ""));
    }

    @Test
    void oneThatCannotBeReadIsToldAtOnce() throws Exception {
        stick.write("/sys/block/dm-1/dm/name", "root\n");
        Script.Result result = stick.run(SCRIPT);
        assertThat(result.status()).isOne();
        assertThat(result.output()).contains("The system in this slot is damaged");
    }

    @Test
    void noneAtAllIsNone() throws Exception {
        Script.Result result = stick.run(SCRIPT);
        assertThat(result.status()).isOne();
        assertThat(result.output()).isEqualTo("There is no verified root.\n");
    }
}
