package org.metalayer.image.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // filled in before the tests
class AgentTest {

    private static final String SCRIPT = "mkosi.extra/usr/lib/metalayer/agent";

    @TempDir Path root;
    private Script stick;

    @BeforeEach
    void prepare() throws IOException {
        stick = new Script(root);
        stick.place("/usr/bin/stick", "echo \"the image's: $*\"");
    }

    @Test
    void isTheOneThatWasChosen() throws Exception {
        stick.place("/run/metalayer/agent/stick", "echo \"a release's: $*\"");

        assertThat(stick.run(SCRIPT))
                .isEqualTo(
                        new Script.Result(
                                0, "a release's: run --dir %s/data/stick\n".formatted(root)));
    }

    @Test
    void isTheImagesOwnWhereNoneWas() throws Exception {
        assertThat(stick.run(SCRIPT).output()).startsWith("the image's: run ");
        stick.write("/run/metalayer/agent/stick", "half of it");
        assertThat(stick.run(SCRIPT).output()).startsWith("the image's: run ");
    }
}
