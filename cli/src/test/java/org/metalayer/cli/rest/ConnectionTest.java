package org.metalayer.cli.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.cli.harness.CommandLineRun;
import org.metalayer.cli.harness.Documents;
import org.metalayer.cli.harness.MainSystemSimulator;
import org.metalayer.cli.harness.Result;

class ConnectionTest {
    @TempDir Path home;
    private MainSystemSimulator mainSystem;

    @BeforeEach
    void start() throws IOException {
        mainSystem = MainSystemSimulator.start();
        mainSystem.answers("GET /sticks?limit=50", 200, Documents.page());
    }

    @AfterEach
    void stop() {
        mainSystem.close();
    }

    @Test
    void findsTheMainSystemThatRunsHereAndItsToken() throws IOException {
        writeData("data", mainSystem.url().toString(), MainSystemSimulator.TOKEN);
        assertThat(new CommandLineRun(home).run("sticks", "list").exitCode()).isZero();
    }

    @Test
    void looksInTheDataDirectoryThatIsNamed() throws IOException {
        writeData("elsewhere", mainSystem.url().toString(), MainSystemSimulator.TOKEN);
        String named = home.resolve("elsewhere").toString();
        assertThat(new CommandLineRun(home).run("sticks", "list", "--data", named).exitCode())
                .isZero();
        assertThat(
                        new CommandLineRun(home)
                                .with("METALAYER_DATA", named)
                                .run("sticks", "list")
                                .exitCode())
                .isZero();
    }

    @Test
    void theLocalTokenGoesToNobodyElse() throws IOException {
        writeData("data", "http://localhost:1", MainSystemSimulator.TOKEN);
        Result result =
                new CommandLineRun(home)
                        .run("sticks", "list", "--url", mainSystem.url().toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(mainSystem.requests())
                .singleElement()
                .satisfies(request -> assertThat(request.header("Authorization")).isEmpty());
    }

    @Test
    void anOptionWinsOverTheVariable() {
        Result result =
                new CommandLineRun(home)
                        .with("METALAYER_URL", "http://localhost:1")
                        .with("METALAYER_TOKEN", "mlo_wrong")
                        .run(
                                "sticks",
                                "list",
                                "--url",
                                mainSystem.url() + "/",
                                "--token",
                                MainSystemSimulator.TOKEN);
        assertThat(result.exitCode()).isZero();
    }

    private void writeData(String name, String url, String token) throws IOException {
        Path data = Files.createDirectories(home.resolve(name));
        Files.writeString(data.resolve("main-system.url"), url + "\n");
        Files.writeString(data.resolve("operator.token"), token + "\n");
    }
}
