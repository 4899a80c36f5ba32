package org.metalayer.acceptance.verbs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.acceptance.harness.Cli;
import org.metalayer.acceptance.harness.Draft;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.MainSystem;
import org.metalayer.acceptance.harness.Names;
import org.metalayer.acceptance.harness.Scratch;
import org.metalayer.acceptance.harness.SharedSystem;
import org.metalayer.acceptance.harness.View;
import org.metalayer.acceptance.harness.WireStick;
import org.metalayer.protocol.json.Json;

/** report, evaluate, deploy: by the names and shapes of the earlier guide. */
@ExtendWith(SharedSystem.class)
class FamiliarVerbsIT {
    private static final String PAGE = "<!doctype html><title>t</title>";
    private static final String ID = "[0-9a-f]{8}-[0-9a-f-]{27}";

    private final MainSystem system;
    private final Cli cli;

    FamiliarVerbsIT(MainSystem system) {
        this.system = system;
        this.cli = new Cli(system);
    }

    @ParameterizedTest
    @ValueSource(strings = {"up", "report", "evaluate", "deploy", "stick"})
    void everyVerbExplainsItself(String verb) throws Exception {
        Finished help = cli.run(verb, "--help");
        assertThat(help.status()).as(help.toString()).isZero();
        assertThat(help.out()).contains("Usage: ", verb);
    }

    @Test
    void theLauncherHandsTheVerbOn() throws Exception {
        Finished deploy = cli.launch("deploy", "--json");
        assertThat(deploy.status()).as(deploy.toString()).isZero();
        assertThat(deploy.json().at("payload").number("sequence")).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate --nonsense", "report usb_001", "deply", "evaluate extra"})
    void whatIsNotUnderstoodIsTwo(String line) throws Exception {
        Finished misused = cli.run(line.split(" "));
        assertThat(misused.status()).as(misused.toString()).isEqualTo(2);
        assertThat(misused.err()).startsWith("metalayer: ").contains("--help");
        assertThat(misused.out()).isEmpty();
    }

    @Test
    void whatFailsIsOneAndOneLine() throws Exception {
        Finished failed = cli.run("deploy", "--url", "http://127.0.0.1:1");
        assertThat(failed.status()).isEqualTo(1);
        assertThat(failed.err().strip()).startsWith("metalayer: ").doesNotContain("\n");
    }

    @Test
    void reportTakesTheWordsOfTheEarlierGuideAndSaysWhatBecameOfIt() throws Exception {
        String moduleId = Names.unique("usb-guide");
        String name = "Guide " + moduleId;
        try (Scratch scratch = Scratch.make()) {
            Path file = Files.writeString(scratch.root().resolve("index.html"), PAGE);
            Finished reported =
                    cli.run(
                            "report",
                            moduleId,
                            name,
                            "ux",
                            "Prettier",
                            "--file",
                            file.toString(),
                            "--feature",
                            "Pretty",
                            "--json");
            assertThat(reported.status()).as(reported.toString()).isZero();
            String id = reported.json().text("report_id");
            assertThat(reported.json().text("state")).isNotEqualTo("spooled");

            View report = system.operator().view("/upgrade-reports/" + id);
            assertThat(report.text("component")).isEqualTo("guide-" + moduleId);
            assertThat(report.text("type")).isEqualTo("ux");
            assertThat(report.text("description")).isEqualTo("Prettier");
            assertThat(report.texts("features")).containsExactly("Pretty");
            assertThat(report.text("contributor", "module_id")).isEqualTo(moduleId);
            assertThat(report.list("files").getFirst().text("path")).isEqualTo("index.html");

            Finished status = cli.run("stick", "status", "--stick", moduleId, "--json");
            assertThat(status.json().list("reports").getFirst().text("report_id")).isEqualTo(id);
        }
    }

    @Test
    void deployPrintsWhatTheEarlierGuideNamesForEachEntry() throws Exception {
        String component = approved("bugfix");
        View entry =
                eventually(
                                "the manifest names it",
                                () ->
                                        cli
                                                .run("deploy", "--json")
                                                .json()
                                                .at("payload")
                                                .list("entries")
                                                .stream()
                                                .filter(it ->
                                                        it.text("component").equals(component))
                                                .toList(),
                                found -> !found.isEmpty())
                        .getFirst();
        assertThat(entry.text("module_name")).startsWith("Stick ");
        assertThat(entry.text("upgrade_type")).isEqualTo("bugfix");
        assertThat(entry.text("strategy")).isEqualTo("IMMEDIATE");
        assertThat(entry.text("priority")).isIn("urgent", "high", "normal", "low");
        assertThat(entry.texts("files")).containsExactly("index.html");
        assertThat(entry.texts("features")).containsExactly("Louder");
        assertThat(entry.text("release_sha256")).hasSize(64);
        assertThat(cli.run("deploy").out())
                .contains(component, "Stick ", "bugfix", "IMMEDIATE", "index.html", "Louder");
        View director = cli.run("deploy", "--json").json().at("director");
        assertThat(director.list("signatures")).isNotEmpty();
        assertThat(director.text("signed", "_type")).isEqualTo("targets");
    }

    @Test
    void anOperatorAcceptsAStickThatWaits() throws Exception {
        String moduleId = Names.unique("waiting");
        WireStick.unknown(system, moduleId).enrol(Instant.now());
        assertThat(system.operator().stick(moduleId).text("state")).isEqualTo("pending");
        Finished accepted = cli.run("sticks", "accept", moduleId);
        assertThat(accepted.status()).as(accepted.toString()).isZero();
        assertThat(system.operator().stick(moduleId).text("state")).isEqualTo("accepted");
    }

    @Test
    void deployExportsToo() throws Exception {
        String id = system.operator().reports(approved("ux")).getFirst().text("id");
        try (Scratch scratch = Scratch.make()) {
            Finished exported = cli.run("deploy", "--export", scratch.root().toString());
            assertThat(exported.status()).as(exported.toString()).isZero();
            assertThat(scratch.root().resolve("upgrade_reports/report_" + id + ".json"))
                    .isRegularFile();
            assertThat(scratch.root().resolve("upgrade_decisions")).isNotEmptyDirectory();
        }
    }

    @Test
    void exportWritesEveryReportAndDecisionByItsId() throws Exception {
        String component = approved("ux");
        String id = system.operator().reports(component).getFirst().text("id");
        try (Scratch scratch = Scratch.make()) {
            Path data = scratch.root().resolve("DATA");
            Finished exported = cli.run("evaluate", "--json", "--export", data.toString());
            assertThat(exported.status()).as(exported.toString()).isZero();

            View report = read(data.resolve("upgrade_reports/report_" + id + ".json"));
            assertThat(report.text("component")).isEqualTo(component);
            assertThat(report.list("files")).hasSize(1);
            String decision = report.text("decision", "id");
            assertThat(
                            read(data.resolve("upgrade_decisions/decision_" + decision + ".json"))
                                    .text("verdict"))
                    .isEqualTo("approve");
            assertNamesAreIds(data.resolve("upgrade_reports"), "report_" + ID + "\\.json");
            assertNamesAreIds(data.resolve("upgrade_decisions"), "decision_" + ID + "\\.json");
        }
    }

    /** A component whose report the Main System has approved by itself. */
    private String approved(String type) throws Exception {
        String component = Names.unique("verbs");
        byte[] page = PAGE.getBytes(StandardCharsets.UTF_8);
        WireStick stick = WireStick.accepted(system, Names.unique("verbs-stick"));
        Draft draft =
                stick.draft(component)
                        .with("type", type)
                        .with("features", List.of("Louder"))
                        .file("index.html", page);
        stick.deliver(draft, page);
        eventually(
                "it is approved",
                () ->
                        assertThat(system.operator().reports(component).getFirst().text("state"))
                                .isEqualTo("approved"));
        return component;
    }

    private static View read(Path file) throws Exception {
        return View.of(Json.parse(Files.readAllBytes(file)));
    }

    private static void assertNamesAreIds(Path directory, String pattern) throws Exception {
        try (var files = Files.list(directory)) {
            assertThat(files).allMatch(file -> file.getFileName().toString().matches(pattern));
        }
    }
}
