package org.metalayer.cli.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.cli.harness.CommandLineRun;
import org.metalayer.cli.harness.Documents;
import org.metalayer.cli.harness.MainSystemSimulator;
import org.metalayer.cli.harness.Result;

class OperatorTest {
    private static final String ADA = "11111111-1111-4111-8111-111111111111";
    private static final String BOB = "22222222-2222-4222-8222-222222222222";
    private static final String MADE_UP = "abcde-fghjk-mnpqr-stuvw";

    @TempDir Path home;
    private MainSystemSimulator mainSystem;

    @BeforeEach
    void start() throws IOException {
        mainSystem = MainSystemSimulator.start();
        mainSystem.answers(
                "GET /operators",
                200,
                Documents.page(
                        operator(ADA, "ada", "administrator", false, ""),
                        operator(BOB, "bob", "viewer", true, "")));
        Path data = Files.createDirectories(home.resolve("data"));
        Files.writeString(data.resolve("main-system.url"), mainSystem.url() + "\n");
        Files.writeString(data.resolve("operator.token"), MainSystemSimulator.TOKEN + "\n");
    }

    @AfterEach
    void stop() {
        mainSystem.close();
    }

    @Test
    void listsWhoThereIs() {
        assertThat(run("list").lines())
                .containsExactly(
                        "USERNAME  ROLE           STATE     CREATED",
                        "ada       administrator  active    60 min ago",
                        "bob       viewer         disabled  60 min ago");
    }

    @Test
    void aLostPasswordIsReplacedWithoutAnyLogin() {
        mainSystem.answers(
                "POST /operators/" + ADA + "/password",
                200,
                operator(ADA, "ada", "administrator", false, MADE_UP));
        Result result = run("reset-password", "ada");
        assertThat(result.exitCode()).isZero();
        assertThat(result.lines())
                .containsExactly(
                        MADE_UP,
                        "ada has another password, and no session goes on. This password is not"
                                + " shown again.");
        assertThat(mainSystem.requests().getLast().body()).isEqualTo("{}");
    }

    @Test
    void aLoginThatHasEndedDoesNotStandInTheWayOfThisMachine() throws IOException {
        Path logins = Files.createDirectories(home.resolve(".config/metalayer/logins"));
        Files.writeString(
                logins.resolve("http%3A%2F%2Flocalhost%3A" + mainSystem.url().getPort() + ".json"),
                """
                {"url":"%s","username":"ada","token_id":"7","token":"mlo_ended"}\
                """
                        .formatted(mainSystem.url()));
        assertThat(run("list").exitCode()).isZero();
        assertThat(new CommandLineRun(home).run("whoami").exitCode()).isEqualTo(1);
    }

    @Test
    void aChosenPasswordIsReadFromStandardInputAndNotSaidBack() {
        mainSystem.answers(
                "POST /operators/" + ADA + "/password",
                200,
                operator(ADA, "ada", "administrator", false, ""));
        Result result =
                new CommandLineRun(home)
                        .typing("twelve chars\n")
                        .run("operator", "reset-password", "ada", "--password-stdin");
        assertThat(result.lines())
                .containsExactly("ada has another password, and no session goes on.");
        assertThat(mainSystem.requests().getLast().body())
                .isEqualTo("{\"password\":\"twelve chars\"}");
    }

    @Test
    void addsAnOperatorWithAPasswordThatIsShownOnce() {
        mainSystem.answers(
                "POST /operators", 201, operator(BOB, "carol", "operator", false, MADE_UP));
        assertThat(run("add", "carol").lines())
                .containsExactly(
                        MADE_UP, "carol is now an operator. This password is not shown again.");
        assertThat(mainSystem.requests().getLast().body())
                .isEqualTo("{\"username\":\"carol\",\"role\":\"operator\"}");
    }

    @Test
    void changesRolesAndShutsOut() {
        mainSystem
                .answers(
                        "PATCH /operators/" + BOB,
                        200,
                        operator(BOB, "bob", "administrator", true, ""))
                .answers("PATCH /operators/" + ADA, 200, operator(ADA, "ada", "viewer", true, ""));
        assertThat(run("role", "bob", "administrator").out())
                .isEqualTo("bob is now an administrator.\n");
        assertThat(mainSystem.requests().getLast().body())
                .isEqualTo("{\"role\":\"administrator\"}");
        assertThat(run("enable", "bob").out()).isEqualTo("bob may log in again.\n");
        assertThat(mainSystem.requests().getLast().body()).isEqualTo("{\"disabled\":false}");
        assertThat(run("disable", "ada").out()).isEqualTo("ada is shut out.\n");
        assertThat(mainSystem.requests().getLast().body()).isEqualTo("{\"disabled\":true}");
    }

    @Test
    void givesProgramsTheAnswerAsItCame() {
        String answer = operator(ADA, "ada", "administrator", false, MADE_UP);
        mainSystem.answers("POST /operators/" + ADA + "/password", 200, answer);
        assertThat(run("reset-password", "ada", "--json").out()).isEqualTo(answer + "\n");
    }

    @Test
    void saysWhyItWasRefused() {
        mainSystem.answers(
                "PATCH /operators/" + ADA,
                409,
                MainSystemSimulator.problem(
                        "last-administrator",
                        409,
                        "Somebody has to be administrator",
                        "ada is the last one"));
        Result result = run("disable", "ada");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo("metalayer: Somebody has to be administrator: ada is the last one\n");
        assertThat(run("disable", "nobody").err()).contains("there is no operator nobody;");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "add", "reset-password", "role ada", "list ada", "delete ada"})
    void whatIsNotUnderstoodIsAUsageError(String words) {
        Result result = run(words.isEmpty() ? new String[0] : words.split(" "));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(mainSystem.requests()).isEmpty();
    }

    private Result run(String... words) {
        String[] all = new String[words.length + 1];
        all[0] = "operator";
        System.arraycopy(words, 0, all, 1, words.length);
        return new CommandLineRun(home).run(all);
    }

    private static String operator(
            String id, String username, String role, boolean disabled, String password) {
        return """
        {"id":"%s","version":1,"username":"%s","role":"%s","disabled":%b,
        "created_at":"2026-11-20T11:00:00Z"%s}\
        """
                .formatted(
                        id,
                        username,
                        role,
                        disabled,
                        password.isEmpty() ? "" : ",\"password\":\"" + password + "\"");
    }
}
