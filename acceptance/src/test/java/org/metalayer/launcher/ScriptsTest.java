package org.metalayer.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptsTest {
    @Test
    void shellcheckFindsNothingToSay() throws Exception {
        assumeTrue(Bash.program("bash", "-c", "command -v shellcheck").status() == 0);
        assertThat(
                        Bash.program(
                                "bash",
                                "-c",
                                "shellcheck metalayer .ci/run $(find launcher image-builder/src"
                                        + " -name '*.sh') $(grep -rl '^#!/bin/sh'"
                                        + " image-builder/recipe)"))
                .isEqualTo(new Bash.Result(0, ""));
    }

    @Test
    void helpListsTheVerbs() throws Exception {
        Bash.Result help = Bash.program("./metalayer", "--help");
        assertThat(help.status()).isZero();
        assertThat(help.output())
                .contains(
                        "up ",
                        "report ",
                        "evaluate ",
                        "deploy ",
                        "sticks ",
                        "codes ",
                        "reports ",
                        "rollouts",
                        "operator ",
                        "login ",
                        "stick ",
                        "image ",
                        "build ",
                        "test ");
    }

    @ParameterizedTest
    @CsvSource({"stick, 4", "report, 4", "image, 4", "sticks, 1", "deploy, 1", "up, 1"})
    void verbsThatHashGetTheCompilerThatKnowsHowAndTheOthersStartFast(String verb, int level)
            throws Exception {
        assertThat(Bash.run(Bash.HOME, Map.of(), "compiler " + verb))
                .isEqualTo(new Bash.Result(0, "-XX:TieredStopAtLevel=" + level));
    }

    @Test
    void noVerbIsAUsageError() throws Exception {
        assertThat(Bash.program("./metalayer").status()).isEqualTo(2);
    }
}
