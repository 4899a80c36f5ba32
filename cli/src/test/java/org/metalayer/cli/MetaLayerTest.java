package org.metalayer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.cli.harness.CommandLineRun;
import org.metalayer.cli.harness.MainSystemSimulator;
import org.metalayer.cli.harness.Result;
import org.metalayer.cli.platform.Environment;
import picocli.CommandLine;

class MetaLayerTest {
    @TempDir Path home;

    /** Every verb, however deep, by its own name. */
    static List<String> verbs() {
        List<String> found = new ArrayList<>();
        collect(MetaLayer.in(Environment.ofThisProcess()), "", found);
        return found;
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyVerbExplainsItself(String verb) {
        Result help = run((verb + " --help").strip().split(" "));
        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .startsWith("Usage: ./metalayer " + verb)
                .contains("-h, --help")
                .doesNotContain("null");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "stiks",
                "sticks",
                "sticks show",
                "sticks list --sate pending",
                "reports show not-a-uuid",
                "reports approve 22222222-2222-4222-8222-222222222222",
                "rollouts halt 22222222-2222-4222-8222-222222222222",
                "components lineage ../x",
                "up --port many",
                "up --sticks 101"
            })
    void whatIsNotUnderstoodIsAUsageError(String line) {
        Result result = run(line.isEmpty() ? new String[0] : line.split(" "));
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("metalayer: ").contains("See ./metalayer");
        assertThat(result.err().lines().count()).isBetween(2L, 3L);
    }

    /** {@code stick} and {@code report} are verbs of their own. */
    @ParameterizedTest
    @CsvSource({
        "rollout verify-draw, rollouts verify-draw",
        "release show, releases show",
        "component lineage, components lineage",
        "policy list, policies list",
        "key create, keys create",
        "code create, codes create"
    })
    void oneThingMayBeNamedInTheSingular(String typed, String verb) {
        Result help = run((typed + " --help").split(" "));
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).isEqualTo(run((verb + " --help").split(" ")).out());
    }

    @Test
    void aTypingErrorGetsASuggestion() {
        assertThat(run("stiks").err()).contains("sticks");
    }

    @Test
    void saysHowToStartWhatDoesNotAnswer() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Result result = run("sticks", "list", "--url", "http://localhost:" + port);
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err())
                .isEqualTo(
                        "metalayer: no Main System answers at http://localhost:%d; start it with ./metalayer up\n"
                                .formatted(port));
    }

    @Test
    void refusesAUrlThatIsNone() {
        Result result = run("sticks", "list", "--url", "localhost:8080");
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).contains("must be like http://localhost:8080");
    }

    @Test
    void showsAProblemByItsTitleAndDetail() throws IOException {
        try (MainSystemSimulator mainSystem = MainSystemSimulator.start()) {
            mainSystem.answers(
                    "GET /rollouts?limit=50",
                    409,
                    MainSystemSimulator.problem(
                            "illegal-transition",
                            409,
                            "Not possible now",
                            "it is halted\\u001b[2J"));
            Result result = new CommandLineRun(home).at(mainSystem.url()).run("rollouts", "list");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err())
                    .isEqualTo("metalayer: Not possible now: it is halted\uFFFD[2J\n");
        }
    }

    @Test
    void saysHowToLogInWhenNobodyIs() throws IOException {
        try (MainSystemSimulator mainSystem = MainSystemSimulator.start()) {
            Result result =
                    new CommandLineRun(home)
                            .at(mainSystem.url())
                            .with("METALAYER_TOKEN", "mlo_old")
                            .run("evaluate");
            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.err()).contains("Authentication is required", "./metalayer login");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Bad gateway</html>", "", "[]", "{\"items\":7}"})
    void doubtsAnAnswerThatNoMainSystemGives(String body) throws IOException {
        try (MainSystemSimulator mainSystem = MainSystemSimulator.start()) {
            for (int status : new int[] {200, 502}) {
                mainSystem.answers("GET /sticks?limit=50", status, body);
                Result result = new CommandLineRun(home).at(mainSystem.url()).run("sticks", "list");
                assertThat(result.exitCode()).isEqualTo(1);
                assertThat(result.err()).startsWith("metalayer: ").hasLineCount(1);
            }
        }
    }

    private Result run(String... arguments) {
        return new CommandLineRun(home).run(arguments);
    }

    private static void collect(CommandLine command, String path, List<String> into) {
        into.add(path);
        command.getSubcommands()
                .forEach((name, sub) -> {
                    if (name.equals(sub.getCommandName())) {
                        collect(sub, (path + " " + name).strip(), into);
                    }
                });
    }
}
