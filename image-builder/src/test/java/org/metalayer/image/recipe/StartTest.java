package org.metalayer.image.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // filled in before the tests
class StartTest {

    @TempDir Path root;
    private Script computer;
    private Path start;

    @BeforeEach
    void plugIn() throws IOException {
        computer = new Script(root);
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
        start =
                Files.copy(
                        Script.RECIPE.resolve("mkosi.extra/usr/share/metalayer/start"),
                        Files.createDirectories(computer.at("/data")).resolve("start"));
        computer.place("/data/.agent/stick", "echo \"agent $(id -u) $2\"");
        computer.write("/data/stick/.metalayer/stick.json", "{}");
    }

    @Test
    void runsTheAgentFromACopy() throws Exception {
        assertThat(computer.runAt(start).output())
                .containsSubsequence(" status\n", "The agent runs", " run\n");
    }

    @Test
    void saysWhenTheStickIsNotSetUp() throws Exception {
        Files.delete(computer.at("/data/stick/.metalayer/stick.json"));
        assertThat(computer.runAt(start))
                .isEqualTo(
                        new Script.Result(1, "This stick is not set up yet: boot from it once.\n"));
    }

    /** Who can see into the folder of nobody but its owner is only the owner. */
    @Test
    void becomesTheOwnerOfTheStick() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")));
        Path stick = computer.at("/data/stick");
        Files.setAttribute(stick, "unix:uid", 1000);
        Files.setPosixFilePermissions(stick, PosixFilePermissions.fromString("rwxr-x---"));
        computer.place("/bin/sudo", "echo \"sudo $*\"");
        assertThat(computer.runAt(start, "setpriv", "--reuid", "1234", "--clear-groups").output())
                .contains("you are number 1234")
                .endsWith("sudo sh " + start.toRealPath() + "\n");
        assertThat(computer.runAt(start).output()).contains("agent 1000 status");
    }
}
