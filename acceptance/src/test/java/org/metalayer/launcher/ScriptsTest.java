package org.metalayer.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;

class ScriptsTest {
    @Test
    void shellcheckFindsNothingToSay() throws Exception {
        assumeTrue(Bash.program("bash", "-c", "command -v shellcheck").status() == 0);
        assertThat(
                        Bash.program(
                                "bash",
                                "-c",
                                "shellcheck metalayer .ci/run $(find launcher -name '*.sh')"))
                .isEqualTo(new Bash.Result(0, ""));
    }

    @Test
    void helpListsTheVerbs() throws Exception {
        Bash.Result help = Bash.program("./metalayer", "--help");
        assertThat(help.status()).isZero();
        assertThat(help.output())
                .contains("up ", "report ", "evaluate ", "deploy ", "stick ", "build ", "test ");
    }

    @Test
    void noVerbIsAUsageError() throws Exception {
        assertThat(Bash.program("./metalayer").status()).isEqualTo(2);
    }
}
