package org.metalayer.image.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // filled in before the tests
class OfferPlugInTest {

    private static final String SCRIPT = "mkosi.extra/usr/lib/metalayer/offer-plug-in";

    @TempDir Path root;
    private Script stick;

    @BeforeEach
    void prepare() throws IOException {
        stick = new Script(root);
        stick.write("/usr/bin/stick", "the agent");
        stick.write("/usr/share/metalayer/start", "its starter");
        stick.write("/usr/share/metalayer/open-personal", "the volume's");
    }

    @Test
    void putsThemThereOnce() throws Exception {
        for (int i = 0; i < 2; i++) {
            assertThat(stick.run(SCRIPT).status()).isZero();
            assertThat(stick.at("/data/.agent/stick")).hasContent("the agent").isExecutable();
            assertThat(stick.at("/data/start")).hasContent("its starter").isExecutable();
            assertThat(stick.at("/data/open-personal")).hasContent("the volume's").isExecutable();
            assertThat(stick.said()).filteredOn(line -> line.endsWith(".new")).hasSize(3);
        }
    }

    @Test
    void offersTheAgentThatWasChosen() throws Exception {
        stick.place("/run/metalayer/agent/stick", "# a newer one");
        assertThat(stick.run(SCRIPT).status()).isZero();
        assertThat(stick.at("/data/.agent/stick")).content().contains("a newer one");
    }

    @Test
    void leavesAFullStickAsItIs() throws Exception {
        assertThat(stick.run(SCRIPT).status()).isZero();
        stick.write("/usr/bin/stick", "the next agent");
        stick.program("df", "echo Avail; echo 16383");
        Script.Result result = stick.run(SCRIPT);
        assertThat(result.status()).isNotZero();
        assertThat(result.output()).contains("too full");
        assertThat(stick.at("/data/.agent/stick")).hasContent("the agent");
        assertThat(stick.at("/data/.agent/stick.new")).doesNotExist();
    }

    @Test
    void leavesNothingOfACopyThatWasBrokenOff() throws Exception {
        stick.program("cp", "echo half > \"$2\"; exit 1");
        assertThat(stick.run(SCRIPT).status()).isNotZero();
        assertThat(stick.at("/data/.agent/stick.new")).doesNotExist();
    }

    @Test
    void waitsForNothingThatIsNoFile() throws Exception {
        Files.createDirectories(stick.at("/data/.agent"));
        assertThat(
                        new ProcessBuilder("mkfifo", stick.at("/data/start").toString())
                                .start()
                                .waitFor())
                .isZero();
        assertThat(stick.run(SCRIPT).status()).isZero();
        assertThat(stick.at("/data/start")).hasContent("its starter");
    }

    @Test
    void overwritesNothingToWhichALinkLeads() throws Exception {
        Path disk = stick.write("/dev/sda", "somebody's disk");
        Files.createDirectories(stick.at("/data/.agent"));
        Files.createSymbolicLink(stick.at("/data/.agent/stick.new"), disk);
        Files.createSymbolicLink(stick.at("/data/start"), disk);
        assertThat(stick.run(SCRIPT).status()).isZero();
        assertThat(disk).hasContent("somebody's disk");
        assertThat(stick.at("/data/start")).hasContent("its starter").isRegularFile();
    }
}
