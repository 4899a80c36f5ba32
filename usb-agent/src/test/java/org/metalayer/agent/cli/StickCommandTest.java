package org.metalayer.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.simulator.Entries;
import org.metalayer.agent.simulator.SimulatedMainSystem;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.Claim;

/** The owner's verbs without an agent that runs. */
class StickCommandTest {

    private final SimulatedMainSystem system = SimulatedMainSystem.start();

    @TempDir private Path directory;

    @BeforeEach
    void prepare() {
        assertThat(init("usb_001").status()).isZero();
    }

    @AfterEach
    void stop() {
        system.close();
    }

    private Run init(String moduleId, String... more) {
        return new Verbs(directory).init(system.url(), moduleId, more);
    }

    private Run verb(String verb, String... more) {
        return new Verbs(directory).say(verb, more);
    }

    private void write(String path, String text) throws Exception {
        Path file = directory.resolve("module").resolve(path);
        Files.createDirectories(file.resolveSibling(""));
        Files.writeString(file, text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "setup",
                "run",
                "status",
                "screen",
                "changes",
                "report",
                "install",
                "decline",
                "rollback",
                "enrol",
                "new-identity",
                "sync"
            })
    void everyVerbExplainsItself(String verb) {
        Run help = Run.of(verb, "--help");

        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("Usage: stick " + verb, "--json", "--dir");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dance",
                "status --nonsense",
                "setup",
                "report",
                "report notes --type feature",
                "install Not/AComponent",
                "install player --keep-mine --take-theirs",
                "new-identity --confirm 00000000",
                "init --server nowhere --module-id usb_001 --module-name x",
                "init --server http://127.0.0.1 --module-id ../x --module-name x"
            })
    void whatIsNotUnderstoodIsTwoAndOneLine(String line) {
        Run misused = line.isEmpty() ? Run.of() : Run.of(line.split(" ", -1));

        assertThat(misused.status()).isEqualTo(2);
        assertThat(misused.err().strip()).startsWith("metalayer: ").doesNotContain("\n");
        assertThat(misused.err()).contains("--help");
        assertThat(misused.out()).isEmpty();
    }

    @Test
    void aDirectoryThatIsNotPreparedIsToldSo() {
        Run status = Run.of("status", "--dir", directory.resolve("nowhere").toString());

        assertThat(status.status()).isEqualTo(1);
        assertThat(status.err()).contains("no stick directory").contains("stick init");
    }

    @Test
    void aStickDoesNotBecomeAnotherOne() {
        assertThat(init("usb_001").status()).isZero();

        Run other = init("usb_002");
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.err()).contains("is already usb_001");
    }

    @Test
    void settingsThatAreNotSaidAgainAreKept() throws Exception {
        assertThat(init("usb_001", "--poll-seconds", "7", "--enrolment-code", "C1").status())
                .isZero();
        JsonObject before = settings();

        assertThat(initAgain().status()).isZero();
        assertThat(settings()).isEqualTo(before);
        assertThat(before.string("virtual_serial")).isEqualTo("V1");

        assertThat(initAgain("--poll-seconds", "9", "--virtual", "").status()).isZero();
        assertThat(settings().object("intervals").integer("poll_seconds")).isEqualTo(9);
        assertThat(settings().optionalString("virtual_serial")).isEmpty();
        assertThat(settings().string("enrolment_code")).isEqualTo("C1");
    }

    /** With what has to be said each time, and no more. */
    private Run initAgain(String... more) {
        List<String> arguments =
                new ArrayList<>(
                        List.of(
                                "--server",
                                system.url().toString(),
                                "--module-id",
                                "usb_001",
                                "--module-name",
                                "Kitchen stick"));
        arguments.addAll(List.of(more));
        return verb("init", arguments.toArray(String[]::new));
    }

    private JsonObject settings() throws Exception {
        return Json.parseObject(Files.readAllBytes(directory.resolve(".metalayer/stick.json")));
    }

    @Test
    void trustFromAFileIsPinned() throws Exception {
        Path trust = directory.resolve("1.root.json");
        Files.write(trust, system.firstRoot());
        assertThat(init("usb_001", "--trust", trust.toString()).status()).isZero();

        assertThat(verb("enrol").status()).isZero();
        Files.writeString(trust, "{}");
        assertThat(init("usb_001", "--trust", trust.toString()).status()).isEqualTo(1);
    }

    @Test
    void changesAreListedAndReported() throws Exception {
        write("notes/n.txt", "mine");
        assertThat(verb("changes").out()).contains("notes: new, 1 file").contains("added");

        Run report =
                verb(
                        "report",
                        "notes",
                        "--type",
                        "feature",
                        "--description",
                        "Notes",
                        "--feature",
                        "Notes",
                        "--claim",
                        "startup_ms=3x",
                        "--json");
        assertThat(report.status()).as(report.err()).isZero();
        assertThat(verb("status", "--json").json().object("spool").objects("reports", it -> it))
                .extracting(it -> it.string("report_id"))
                .containsExactly(report.json().string("report_id"));

        assertThat(verb("sync").status()).isZero();
        assertThat(system.reports().complete().getFirst().claims())
                .extracting(Claim::metric)
                .containsExactly("startup_ms");
        assertThat(verb("status").out()).contains("notes feature: pending");
    }

    @Test
    void nothingThatActsOnATerminalIsPrinted() throws Exception {
        String hostile = "\\u001b[2J\\u009b2J\\u202e";
        Files.writeString(
                directory.resolve(".metalayer/contact.json"),
                "{\"trouble\":\"%s\",\"since\":\"2026-11-01T12:00:00Z\"}".formatted(hostile));

        for (Run run : List.of(verb("status"), verb("status", "--json"))) {
            assertThat(run.status()).isZero();
            assertThat(run.out()).contains("[2J").doesNotContain("\u001b", "\u009b", "\u202e");
        }
        Run misused = verb("status", "--nonsense\u001b[2J");
        assertThat(misused.err()).contains("nonsense").doesNotContain("\u001b");
    }

    @Test
    void thePortOfThePagesIsGivenOrChosenLater() {
        assertThat(verb("status").out()).contains("an address is chosen when the agent runs");
        assertThat(init("usb_001", "--pages-port", "8640").status()).isZero();
        assertThat(verb("status").out()).contains("http://localhost:8640/");
        assertThat(init("usb_001", "--pages-port", "80").status()).isNotZero();
        assertThat(init("usb_001", "--pages-port", "0").status()).isZero();
        assertThat(verb("status").out()).contains("switched off");
    }

    @Test
    void statusTellsWhoTheStickIsAndHowItIs() throws Exception {
        write("notes/n.txt", "mine");
        verb("sync");
        JsonObject status = verb("status", "--json").json();

        assertThat(status.string("module_id")).isEqualTo("usb_001");
        assertThat(status.string("state")).isEqualTo("accepted");
        assertThat(status.object("usb").string("status")).isEqualTo("virtual");
        assertThat(status.bool("agent_running")).isFalse();
        assertThat(verb("status").out())
                .contains("usb_001 \"Kitchen stick\"")
                .contains("accepted")
                .contains("does not run")
                .contains("virtual")
                .contains("last reached")
                .contains("notes: new");
    }

    @Test
    void anOfferIsShownInstalledAndLeftAgain() throws Exception {
        system.feed()
                .rollOut(
                        aRelease(system).file("a.txt", "a1").build(),
                        entry -> Entries.by(entry, Strategy.OPTIONAL));
        assertThat(verb("sync").status()).isZero();
        assertThat(verb("status").out()).contains("`install player` or `decline player`");

        Run install = verb("install", "player");
        assertThat(install.status()).as(install.err()).isZero();
        assertThat(install.out()).contains("player 1 is installed and healthy");
        assertThat(directory.resolve("module/player/a.txt")).hasContent("a1");

        Run back = verb("rollback", "player", "--json");
        assertThat(back.status()).isZero();
        assertThat(back.json().string("result")).isEqualTo("declined");
        assertThat(directory.resolve("module/player")).doesNotExist();
        assertThat(verb("status").out()).contains("player 1 declined: left again by the owner");
    }

    @Test
    void theReleaseThatIsProvingItselfIsNotTakenForTheOneThatTheOwnerAskedFor() {
        system.feed()
                .rollOut(
                        aRelease(system).version(2).file("a.txt", "a2").build(),
                        entry -> Entries.verifiedAfter(entry, Duration.ofHours(1)));
        assertThat(verb("sync").status()).isZero();
        Run proving = verb("install", "player");
        assertThat(proving.status()).as(proving.err()).isZero();
        assertThat(proving.out()).contains("player 2 runs");

        system.feed()
                .rollOut(
                        aRelease(system).version(3).file("a.txt", "a3").build(),
                        entry -> Entries.by(entry, Strategy.OPTIONAL));
        Run waiting = verb("install", "player");
        assertThat(waiting.status()).isEqualTo(1);
        assertThat(waiting.out()).contains("Not done yet").contains("player 2 comes first");
    }

    @Test
    void anOfferIsDeclined() {
        system.feed()
                .rollOut(
                        aRelease(system).file("a.txt", "a1").build(),
                        entry -> Entries.by(entry, Strategy.OPTIONAL));

        Run decline = verb("decline", "player");
        assertThat(decline.status()).as(decline.err()).isZero();
        assertThat(decline.out()).contains("player 1 is declined");
        assertThat(system.outcomes().results()).containsExactly("declined");
    }

    @Test
    void aConflictIsShownAndDecided() throws Exception {
        write("player/a.txt", "mine");
        system.feed().rollOut(aRelease(system).file("a.txt", "a1").build());

        Run asked = verb("install", "player");
        assertThat(asked.status()).isEqualTo(1);
        assertThat(asked.out()).contains("a.txt was added here and by the release");
        assertThat(verb("status").out()).contains("--keep-mine").contains("a.txt");
        assertThat(verb("install", "player", "--take-theirs").status()).isZero();
        assertThat(directory.resolve("module/player/a.txt")).hasContent("a1");
        assertThat(verb("status", "--json").json().objects("conflicts", it -> it)).isEmpty();
    }

    @Test
    void whatIsNotOfferedCannotBeInstalledDeclinedOrLeft() {
        for (String verb : List.of("install", "decline", "rollback")) {
            Run run = verb(verb, "player");
            assertThat(run.status()).as(verb).isEqualTo(1);
            assertThat(run.err()).as(verb).contains("player");
        }
    }

    @Test
    void enrolSaysHowItStands() {
        system.sticks().enrolAs("pending");

        assertThat(verb("enrol").out()).contains("an operator of the Main System has to accept");
        assertThat(verb("enrol", "--json").json().string("state")).isEqualTo("pending");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejected", "retired"})
    void enrolFailsWhereTheStickIsNotWanted(String state) {
        system.sticks().enrolAs(state);
        Run enrol = verb("enrol", "--json");

        assertThat(enrol.status()).isEqualTo(1);
        assertThat(enrol.json().string("state")).isEqualTo(state);
    }

    @Test
    void whatADeadProcessWasWritingIsSweptUpAndWhatALivingOneWritesIsNot() throws Exception {
        Path journal = Files.createDirectories(directory.resolve(".metalayer/journal/plans"));
        Path dead = Files.createFile(journal.resolve(".metalayer-999999999-1.tmp"));
        Path living = Files.createFile(journal.resolve(".metalayer-1-1.tmp"));
        write("notes/.metalayer-999999999-1.tmp", "the owner's");
        assertThat(verb("sync").status()).isZero();

        assertThat(dead).doesNotExist();
        assertThat(living).exists();
        assertThat(directory.resolve("module/notes/.metalayer-999999999-1.tmp")).exists();
    }

    @Test
    void withoutAMainSystemSyncFailsAndSaysWhy() {
        system.faults().offline(true);
        Run sync = verb("sync");

        assertThat(sync.status()).isEqualTo(1);
        assertThat(sync.out()).contains("cannot be reached");
    }
}
