package org.metalayer.cli.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;
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
import org.metalayer.protocol.json.Json;

class EvaluationTest {
    private static final String REPORT = "/upgrade-reports/" + Documents.REPORT_ID;

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
    void listsReportsWithHowFarTheyHaveGot() {
        mainSystem.answers(
                "GET /upgrade-reports?component=music-player&limit=50",
                200,
                Documents.page(
                        Documents.report("approved", "null"),
                        Documents.report("needs_human", "null")));
        assertThat(run("reports", "list", "--component", "music-player").out())
                .contains("rolling out", "needs human", Documents.REPORT_ID, "5 min ago");
    }

    @Test
    void showsAReportWithItsDecision() {
        mainSystem.answers(
                "GET " + REPORT, 200, Documents.report("approved", Documents.decision("approve")));
        assertThat(run("reports", "show", Documents.REPORT_ID).lines())
                .containsExactly(
                        "Report       " + Documents.REPORT_ID,
                        "From         Kitchen stick (usb_001)",
                        "Component    music-player",
                        "Type         feature",
                        "Description  Playlists",
                        "Features     Playlist",
                        "Claims       startup_ms 3 times better",
                        "Improves     release " + Documents.RELEASE_ID,
                        "State        rolling out",
                        "Received     5 min ago",
                        "Files        10, 123.5 kB",
                        "Changes      + playlist.js",
                        "             ~ index.html",
                        "             - old.js",
                        "Decision     approve",
                        "Strategy     STAGED",
                        "Priority     normal",
                        "Reasons      row 2: feature, impact medium",
                        "Impact       medium (42)",
                        "             +12  files: 3 of 10 files change",
                        "Checks       passed  intake: 10 files",
                        "Policy       version 1, row 2",
                        "Decided      2 min ago by policy");
    }

    @Test
    void aPersonDecidesWithAReason() {
        mainSystem.answers("POST " + REPORT + "/decision", 200, Documents.decision("approve"));
        Result result =
                run(
                        "reports",
                        "approve",
                        Documents.REPORT_ID,
                        "--strategy",
                        "TEST_FIRST",
                        "--reason",
                        "looked at it");
        assertThat(result.exitCode()).isZero();
        assertThat(mainSystem.requests().getLast().body())
                .isEqualTo(
                        "{\"verdict\":\"approve\",\"reason\":\"looked at"
                                + " it\",\"strategy\":\"TEST_FIRST\"}");
    }

    @Test
    void aPersonLearnsWhatApprovingWouldUndoAndMayMeanIt() {
        String detail =
                "music-player has version 2 as its newest release now, you saw version 1; parents:"
                        + " approving it would undo: player.js. If you mean it all the same,"
                        + " approve the report on version 2";
        mainSystem
                .answers(
                        "POST " + REPORT + "/decision",
                        409,
                        MainSystemSimulator.problem(
                                "head-moved", 409, "The newest release is another one now", detail))
                .answers("POST " + REPORT + "/decision", 200, Documents.decision("approve"));
        Result refused = run("reports", "approve", Documents.REPORT_ID, "--reason", "looked at it");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err())
                .isEqualTo(
                        "metalayer: The newest release is another one now: %s\n".formatted(detail));

        Result approved =
                run(
                        "reports",
                        "approve",
                        Documents.REPORT_ID,
                        "--reason",
                        "I know",
                        "--on-version",
                        "2");
        assertThat(approved.exitCode()).isZero();
        assertThat(mainSystem.requests().getLast().body())
                .isEqualTo("{\"verdict\":\"approve\",\"reason\":\"I know\",\"on_version\":2}");
    }

    @Test
    void evaluatePrintsTheDecisions() {
        mainSystem.answers(
                "POST /upgrade-reports/evaluate",
                200,
                "{\"decisions\":[%s]}".formatted(Documents.decision("approve")));
        Result result = run("evaluate");
        assertThat(result.lines()).first().isEqualTo("music-player, report " + Documents.REPORT_ID);
        assertThat(result.lines())
                .contains("  Decision  approve")
                .last()
                .isEqualTo("1 upgrade report decided.");
        assertThat(result.err()).isEmpty();
    }

    @Test
    void evaluateSaysWhenThereWasNothing() {
        mainSystem.answers("POST /upgrade-reports/evaluate", 200, "{\"decisions\":[]}");
        assertThat(run("evaluate").out()).startsWith("No upgrade report was pending.");
    }

    @Test
    void exportWritesEveryReportAndDecision() throws IOException {
        String whole = Documents.report("approved", "null").replace("}}", "},\"files\":[]}");
        mainSystem
                .answers("POST /upgrade-reports/evaluate", 200, "{\"decisions\":[]}")
                .answers(
                        "GET /upgrade-reports?limit=200",
                        200,
                        Documents.page(Documents.report("approved", "null")))
                .answers("GET " + REPORT, 200, whole)
                .answers(
                        "GET /decisions?limit=200",
                        200,
                        Documents.page(Documents.decision("approve")));
        Path data = home.resolve("out");
        Result result = run("evaluate", "--json", "--export", data.toString());
        assertThat(result.out()).isEqualTo("{\"decisions\":[]}\n");
        assertThat(result.err())
                .isEqualTo("Exported 1 upgrade reports and 1 decisions to %s.\n".formatted(data));
        assertThat(json(data.resolve("upgrade_reports/report_" + Documents.REPORT_ID + ".json")))
                .isEqualTo(json(whole));
        assertThat(
                        json(
                                data.resolve(
                                        "upgrade_decisions/decision_"
                                                + Documents.DECISION_ID
                                                + ".json")))
                .isEqualTo(json(Documents.decision("approve")));
        assertThat(data.resolve("upgrade_reports")).isDirectoryNotContaining("glob:**.{tmp,new}");
    }

    @Test
    void exportSaysWhatKeepsItFromWriting() throws IOException {
        Path file = Files.writeString(home.resolve("file"), "");
        mainSystem.answers("POST /upgrade-reports/evaluate", 200, "{\"decisions\":[]}");
        Result result = run("evaluate", "--export", file.toString());
        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).startsWith("metalayer: cannot create " + file);
    }

    private static Object json(Path file) throws IOException {
        return Json.parse(Files.readAllBytes(file));
    }

    private static Object json(String text) {
        return Json.parse(text.getBytes(UTF_8));
    }

    private Result run(String... arguments) {
        return new CommandLineRun(home).at(mainSystem.url()).run(arguments);
    }
}
