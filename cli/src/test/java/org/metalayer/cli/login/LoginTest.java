package org.metalayer.cli.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.cli.harness.CommandLineRun;
import org.metalayer.cli.harness.MainSystemSimulator;
import org.metalayer.cli.harness.Result;

class LoginTest {
    private static final String SESSION =
            """
            {"username":"ada","role":"operator","expires_at":"2026-12-20T12:00:00Z"}\
            """;

    @TempDir Path home;
    private MainSystemSimulator mainSystem;

    @BeforeEach
    void start() throws IOException {
        mainSystem = MainSystemSimulator.start();
        mainSystem
                .answers(
                        "POST /session",
                        200,
                        SESSION,
                        Map.of(
                                "Set-Cookie",
                                "metalayer_session=abc;Version=1;Path=/;HttpOnly;SameSite=Strict"))
                .answers(
                        "POST /api-tokens",
                        201,
                        """
                        {"id":"7","name":"x","token":"%s"}\
                        """
                                .formatted(MainSystemSimulator.TOKEN))
                .answers("DELETE /session", 204, "")
                .answers("DELETE /api-tokens/7", 204, "")
                .answers("GET /session", 200, SESSION);
    }

    @AfterEach
    void stop() {
        mainSystem.close();
    }

    @Test
    void laterVerbsActAsWhoLoggedIn() {
        assertThat(login("s3cret\n").exitCode()).isZero();
        Result whoami = run("whoami");
        assertThat(whoami.exitCode()).isZero();
        assertThat(whoami.lines())
                .containsExactly(
                        "Main System  " + mainSystem.url(),
                        "Operator     ada",
                        "Role         operator",
                        "Expires      2026-12-20");
    }

    @Test
    void theTokenIsForThisAccountOnly() throws IOException {
        login("s3cret\n");
        try (Stream<Path> files = Files.walk(home.resolve(".config/metalayer"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .singleElement()
                    .satisfies(file ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(file)))
                                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void leavesNoSessionOpen() {
        login("s3cret\n");
        assertThat(mainSystem.requests())
                .extracting(request -> request.method() + " " + request.path())
                .containsExactly("POST /session", "POST /api-tokens", "DELETE /session");
        assertThat(mainSystem.requests().get(1).header("Origin"))
                .isEqualTo(mainSystem.url().toString());
        assertThat(mainSystem.requests().get(1).header("Cookie"))
                .isEqualTo("metalayer_session=abc");
    }

    @Test
    void aWrongPasswordIsSaidInOneLine() throws IOException {
        try (MainSystemSimulator other = MainSystemSimulator.start()) {
            other.answers(
                    "POST /session",
                    401,
                    MainSystemSimulator.problem(
                            "wrong-credentials", 401, "User name or password is wrong", ""));
            Result result =
                    new CommandLineRun(home)
                            .typing("wrong\n")
                            .run(
                                    "login",
                                    "--url",
                                    other.url().toString(),
                                    "--user",
                                    "ada",
                                    "--password-stdin");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).isEqualTo("metalayer: User name or password is wrong\n");
        }
    }

    @Test
    void withoutATerminalItSaysWhatToGive() {
        Result result = run("login");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("--user NAME");
        assertThat(run("login", "--user", "ada").err()).contains("--password-stdin");
        assertThat(login("").err()).contains("standard input is empty");
    }

    @Test
    void logoutEndsTheTokenHereAndThere() {
        login("s3cret\n");
        assertThat(run("logout").out())
                .isEqualTo("Logged out of %s.\n".formatted(mainSystem.url()));
        assertThat(mainSystem.requests().getLast().path()).isEqualTo("/api-tokens/7");
        assertThat(mainSystem.requests().getLast().header("Authorization"))
                .isEqualTo("Bearer " + MainSystemSimulator.TOKEN);
        assertThat(run("logout").out()).startsWith("There is no login");
    }

    @Test
    void logoutForgetsTheTokenEvenWhenTheMainSystemIsAway() {
        login("s3cret\n");
        mainSystem.close();
        Result result = run("logout");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("forgotten here");
        assertThat(run("logout").out()).startsWith("There is no login");
    }

    private Result login(String input) {
        return new CommandLineRun(home)
                .typing(input)
                .run(
                        "login",
                        "--url",
                        mainSystem.url().toString(),
                        "--user",
                        "ada",
                        "--password-stdin");
    }

    private Result run(String verb, String... more) {
        return new CommandLineRun(home)
                .with("METALAYER_URL", mainSystem.url().toString())
                .run(Stream.concat(Stream.of(verb), Stream.of(more)).toArray(String[]::new));
    }
}
