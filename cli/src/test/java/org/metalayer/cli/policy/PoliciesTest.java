package org.metalayer.cli.policy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.cli.harness.CommandLineRun;
import org.metalayer.cli.harness.Documents;
import org.metalayer.cli.harness.MainSystemSimulator;
import org.metalayer.cli.harness.Result;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;

class PoliciesTest {
    private static final String VERSION =
            """
            {"version":2,"revision":1,"state":"proposed","row_count":1,"note":"calmer","sha256":"%s",
             "against":1,"authors":["anna"],"created_by":"anna","created_at":"2026-11-20T11:00:00Z",
             "proposed_by":"anna","approved_by":null,"activated_by":null}\
            """
                    .formatted(Documents.DIGEST);
    private static final String DETAIL =
            """
            {"version":%s,"sha256":"%s","needs_second":true,
             "examples":[{"name":"bugfixes go out","facts":{"upgrade_type":"bugfix","score":10},
                          "finding":"passed","verdict":"approve","strategy":"IMMEDIATE"}],
             "rows":[{"row":1,"type":"feature","min_impact":"medium","condition":"reach < 10",
                      "verdict":"approve","strategy":"OPTIONAL","priority":"low"},
                     {"row":2,"type":null,"min_impact":null,"condition":null,
                      "verdict":"needs_human","strategy":null,"priority":"normal"}]}\
            """
                    .formatted(VERSION, Documents.DIGEST);

    @TempDir Path home;
    private MainSystemSimulator mainSystem;

    @BeforeEach
    void start() throws IOException {
        mainSystem = MainSystemSimulator.start();
    }

    @AfterEach
    void stop() {
        mainSystem.close();
    }

    @Test
    void listsAndShowsVersions() {
        mainSystem
                .answers("GET /policies", 200, Documents.page(VERSION))
                .answers("GET /policies/2", 200, DETAIL)
                .answers("GET /policies/2", 200, DETAIL);

        assertThat(run("policies", "list").out()).contains("proposed", "calmer", "anna");
        assertThat(run("policies", "show", "2").out())
                .contains(Documents.DIGEST, "medium or above", "reach < 10", "needs human")
                .contains("bugfixes go out", "upgrade_type bugfix, score 10", "IMMEDIATE");
        assertThat(run("policies", "show", "2", "--json").out()).contains("\"needs_second\"");
    }

    @Test
    void aFileBecomesADraftOrChangesOne() throws IOException {
        Path file = Files.writeString(home.resolve("policy.json"), "{\"note\":\"calmer\"}");
        mainSystem
                .answers("POST /policies", 201, DETAIL)
                .answers("PUT /policies/2", 200, DETAIL)
                .answers("GET /policies/2", 200, DETAIL);

        assertThat(run("policies", "draft", file.toString()).exitCode()).isZero();
        assertThat(run("policies", "draft", file.toString(), "--into", "2").exitCode()).isZero();
        assertThat(mainSystem.requests().getLast().body()).isEqualTo("{\"note\":\"calmer\"}");
        assertThat(mainSystem.requests().getLast().header("If-Match")).isEqualTo("\"1\"");
    }

    @Test
    void whatShowPrintedIsTakenBackAndOnlyOverTheRevisionThatWasPrinted() throws IOException {
        String later = DETAIL.replace("\"revision\":1", "\"revision\":7");
        mainSystem.answers("PUT /policies/2", 200, DETAIL).answers("GET /policies/2", 200, later);
        Path file = Files.writeString(home.resolve("policy.json"), DETAIL);

        assertThat(run("policies", "draft", file.toString(), "--into", "2").exitCode()).isZero();

        JsonObject sent = Json.parseObject(mainSystem.requests().getLast().body().getBytes(UTF_8));
        assertThat(sent.members()).containsOnlyKeys("note", "rows", "examples");
        assertThat(sent.string("note")).isEqualTo("calmer");
        assertThat(mainSystem.requests().getLast().header("If-Match")).isEqualTo("\"1\"");
    }

    @Test
    void whatIsProposedIsWhatWasThereAMomentAgo() {
        mainSystem
                .answers("GET /policies/2", 200, DETAIL)
                .answers("POST /policies/2/propose", 200, DETAIL)
                .answers("POST /policies/2/send-back", 200, DETAIL)
                .answers("POST /policies/2/discard", 200, DETAIL);

        for (String verb : List.of("propose", "send-back", "discard")) {
            assertThat(run("policies", verb, "2").exitCode()).isZero();
            assertThat(mainSystem.requests().getLast().header("If-Match")).isEqualTo("\"1\"");
        }
    }

    @Test
    void aFileThatIsNoneIsSaidSo() throws IOException {
        Path broken = Files.writeString(home.resolve("broken.json"), "rows: []");

        assertThat(run("policies", "draft", home.resolve("gone.json").toString()).err())
                .contains("There is no file");
        assertThat(run("policies", "check", broken.toString()).err()).contains("is no JSON");
        assertThat(mainSystem.requests()).isEmpty();
    }

    @Test
    void aCheckThatDoesNotPassFailsTheCommand() {
        mainSystem.answers(
                "POST /policies/2/check",
                200,
                """
                {"passed":false,"against":1,"faults":[],"dropped":[],
                 "tried":60,"cut_off":true,"unreached_rows":[2,3],
                 "examples":[{"name":"bugfixes go out","passed":false,"policy_row":2,"reasons":[],
                   "wanted":{"verdict":"approve","strategy":"IMMEDIATE","priority":null},
                   "got":{"verdict":"needs_human","strategy":null,"priority":"normal"}}],
                 "grid":[{"type":"bugfix","impact":"low","reports":4,"different":4,"witness":null,
                   "before":[{"verdict":"approve","strategy":"IMMEDIATE","priority":"high"}],
                   "after":[{"verdict":"needs_human","strategy":null,"priority":"normal"}]}]}\
                """);

        Result result = run("policies", "check", "2");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains("FAILED  bugfixes go out: wanted IMMEDIATE, got needs human", "4 of 4")
                .contains("Not everything was tried", "only 60 reports", "came to row 2, 3");
    }

    @Test
    void anExampleThatWasLeftOutAndWouldFailFailsTheCommand() {
        mainSystem.answers(
                "POST /policies/2/check",
                200,
                """
                {"passed":true,"against":1,"faults":[],"examples":[],
                 "dropped":[{"name":"bugfixes go out","passed":false,"policy_row":2,"reasons":[],
                   "wanted":{"verdict":"approve","strategy":"IMMEDIATE","priority":null},
                   "got":{"verdict":"needs_human","strategy":null,"priority":"normal"}}],
                 "tried":60,"cut_off":false,"unreached_rows":[],
                 "grid":[{"type":"bugfix","impact":"low","reports":4,"different":0,"witness":null,
                   "before":[],"after":[]}]}\
                """);

        Result result = run("policies", "check", "2");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains("LEFT OUT, WOULD FAIL  bugfixes go out: wanted IMMEDIATE, got needs")
                .contains("Nothing ends otherwise, of 60 reports tried.");
    }

    @Test
    void faultsAreShownWithTheirPlaces() throws IOException {
        Path file = Files.writeString(home.resolve("policy.json"), "{}");
        mainSystem.answers(
                "POST /policies/check",
                200,
                """
                {"passed":false,"against":1,"examples":[],"dropped":[],"grid":[],"tried":0,
                 "cut_off":false,"unreached_rows":[],"faults":[{"line":2,"column":7,
                  "place":"rows[0].condition","message":"undeclared reference"}]}\
                """);

        Result result = run("policies", "check", file.toString());

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out())
                .contains("FAULT   rows[0].condition, line 2, column 7: undeclared reference");
    }

    @Test
    void whoApprovesAndActivatesNamesWhatTheySaw() {
        mainSystem
                .answers("POST /policies/2/approve", 200, DETAIL)
                .answers("POST /policies/2/activate", 200, DETAIL);

        assertThat(run("policies", "approve", "2").exitCode()).isEqualTo(2);
        assertThat(run("policies", "approve", "2", "--sha256", "abc").exitCode()).isEqualTo(1);
        assertThat(run("policies", "approve", "2", "--sha256", Documents.DIGEST).exitCode())
                .isZero();
        assertThat(run("policies", "activate", "2", "--sha256", Documents.DIGEST).exitCode())
                .isZero();
        assertThat(mainSystem.requests().getLast().body())
                .isEqualTo("{\"sha256\":\"%s\"}".formatted(Documents.DIGEST));
    }

    @Test
    void aDryRunTellsWhatWouldHaveEndedOtherwise() {
        mainSystem.answers(
                "POST /policies/2/dry-run",
                200,
                """
                {"looked":9,"not_replayable":1,"different":1,"differences":[{"report_id":"%s",
                  "component":"clock","type":"ux","because":["policy 2, row 1"],
                  "was":{"verdict":"approve","strategy":"OPTIONAL","priority":"low"},
                  "would_be":{"verdict":"reject","strategy":null,"priority":"normal"}}]}\
                """
                        .formatted(Documents.REPORT_ID));

        assertThat(run("policies", "dry-run", "2", "--days", "7").out())
                .contains("1 of 9 past decisions", "OPTIONAL", "reject", "policy 2, row 1");
        assertThat(mainSystem.requests().getLast().body()).isEqualTo("{\"days\":7,\"limit\":500}");
    }

    @Test
    void aReplayWithADifferenceFailsTheCommand() {
        mainSystem.answers(
                "POST /policies/replays",
                200,
                """
                {"day":"2026-11-20","same":8,"different":1,"not_replayable":3,
                 "differences":[{"decision_id":"%s","reason":"not the same: verdict"}]}\
                """
                        .formatted(Documents.DECISION_ID));

        Result result = run("policies", "replay");

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.out()).contains("8 the same, 1 different", "not the same: verdict");
    }

    private Result run(String... arguments) {
        return new CommandLineRun(home).at(mainSystem.url()).run(arguments);
    }
}
