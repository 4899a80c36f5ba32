package org.metalayer.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The life of {@code up}, with a stand-in for the Main System. */
class UpIT {
    @TempDir Path home;
    private Path data;

    @BeforeEach
    void install() throws IOException {
        data = home.resolve("data");
        StandInInstallation.in(home);
    }

    @Test
    void saysWhereEverythingIs() throws IOException {
        try (UpProcess up = start().awaitRunning()) {
            assertThat(up.out())
                    .contains(
                            "Dashboard   " + up.url(),
                            "Data        " + data,
                            "Runs        on a JVM, ready after ",
                            "Stop        Ctrl-C",
                            "stand-in \uFFFD[31mstarted");
            assertThat(up.url()).matches("http://localhost:[1-9][0-9]*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INT", "TERM", "HUP"})
    void aSignalEndsWhatItStartedInGoodOrder(String signal) throws IOException {
        try (UpProcess up = start().awaitRunning()) {
            ProcessHandle mainSystem = up.mainSystem();
            up.signal(signal);
            assertThat(up.awaitEnd()).isZero();
            assertThat(mainSystem.isAlive()).isFalse();
            assertThat(data.resolve("ended")).exists();
            assertThat(data.resolve("main-system.url")).doesNotExist();
            assertThat(up.err()).isEmpty();
        }
    }

    @Test
    void aSecondOneOnTheSameDataNamesTheFirst() throws IOException {
        try (UpProcess first = start().awaitRunning();
                UpProcess second = start()) {
            assertThat(second.awaitEnd()).isEqualTo(1);
            assertThat(second.err())
                    .startsWith("metalayer: ./metalayer up already runs on " + data)
                    .contains("kill " + first.pid())
                    .hasLineCount(1);
            assertThat(first.mainSystem().isAlive()).isTrue();
        }
    }

    @Test
    void aBusyPortIsOneLine() throws IOException {
        try (ServerSocket busy = new ServerSocket(0);
                UpProcess up =
                        UpProcess.start(
                                home, data, "--port", Integer.toString(busy.getLocalPort()))) {
            assertThat(up.awaitEnd()).isEqualTo(1);
            assertThat(up.err()).contains("port " + busy.getLocalPort()).hasLineCount(1);
            assertThat(up.out()).isEmpty();
        }
    }

    @Test
    void aMainSystemThatCannotStartHasSaidWhy() throws IOException {
        behave("fail");
        try (UpProcess up = start()) {
            assertThat(up.awaitEnd()).isEqualTo(1);
            assertThat(up.err().lines())
                    .containsExactly(
                            "metalayer: the stand-in cannot start",
                            "metalayer: the Main System did not start (exit code 1); its reason"
                                    + " stands above");
        }
    }

    @Test
    void aMainSystemThatDiesIsMissedWithItsLastLines() throws IOException {
        try (UpProcess up = start().awaitRunning()) {
            UpProcess.signal("KILL", up.mainSystem().pid());
            assertThat(up.awaitEnd()).isEqualTo(1);
            assertThat(up.err())
                    .contains("the Main System ended although nobody asked it to (exit code 137)")
                    .contains("stand-in");
        }
    }

    @Test
    void nothingSurvivesItsSuddenDeath() throws IOException {
        try (UpProcess up = start().awaitRunning()) {
            ProcessHandle mainSystem = up.mainSystem();
            up.signal("KILL");
            mainSystem.onExit().join();
            assertThat(data.resolve("ended")).exists();
        }
    }

    @Test
    void aMissingProgramIsOneLine() throws IOException {
        Files.delete(home.resolve("server/target/quarkus-app/quarkus-run.jar"));
        try (UpProcess up = start()) {
            assertThat(up.awaitEnd()).isEqualTo(1);
            assertThat(up.err()).contains("build it with ./metalayer build").hasLineCount(1);
        }
    }

    private UpProcess start() throws IOException {
        return UpProcess.start(home, data, "--port", "0");
    }

    private void behave(String told) throws IOException {
        Files.createDirectories(data);
        Files.writeString(data.resolve("behaviour"), told);
    }
}
