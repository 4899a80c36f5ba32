package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.report.SentReport;
import org.metalayer.agent.report.SpooledReport;
import org.metalayer.agent.stick.StickLock;
import org.metalayer.protocol.message.UpgradeReport;

/** Nothing that waits to be sent is lost, and nothing in the spool keeps the rest from going. */
class SpoolTest extends WithMainSystem {

    private static final String REPORTS = "/api/v1/stick/upgrade-reports";

    @ParameterizedTest
    @ValueSource(strings = {REPORTS, "/api/v1/stick/blobs"})
    void aProxysRefusalLosesNoReport(String path) throws Exception {
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        stick.report("notes", "Notes");
        system.faults().intercept(path, 413);
        stick.round();
        assertThat(stick.local().reportSpool().waiting()).hasSize(1);
        assertThat(stick.local().contact().orElseThrow().trouble().orElseThrow())
                .contains("413")
                .contains("proxy");

        system.faults().clear();
        stick.round();
        assertThat(descriptions()).containsExactly("Notes");
    }

    @Test
    void aCaptivePortalsWordIsNotTheEndOfAReportThatWasSent() throws Exception {
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        stick.report("notes", "Notes");
        stick.round();
        system.faults().intercept(REPORTS, 404);
        stick.round();

        assertThat(stick.local().sentReports().all().getFirst().state()).isEqualTo("pending");
    }

    @Test
    void aCaptivePortalsRefusalLosesNoOutcome() throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).file("a.txt", "a1").build());
        system.faults().intercept("/api/v1/stick/outcomes", 403);
        stick.round();
        assertThat(stick.local().outcomeSpool().waiting()).hasSize(1);

        system.faults().clear();
        stick.round();
        assertThat(system.outcomes().results()).containsExactly("verified");
    }

    @ParameterizedTest
    @CsvSource({"429,too-many-open-reports", "503,too-slow"})
    void aReportThatIsPutOffWaitsAloneAndTheRoundGoesOn(int status, String slug) throws Exception {
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        SpooledReport first = stick.report("notes", "Put off");
        stick.report("notes", "Notes");
        UUID putOff = first.report().reportId();
        system.reports().postpone(putOff, status, slug, Duration.ofHours(1));
        system.feed().rollOut(aRelease(system).file("a.txt", "a1").build());
        RunningAgent agent = stick.start();
        agent.round();

        assertThat(descriptions()).containsExactly("Notes");
        assertThat(stick.version("player")).isEqualTo(1);
        assertThat(trouble(stick)).contains(slug);
        long asked = reportsSent();
        agent.round();
        assertThat(reportsSent()).as("it is not asked for within the hour").isEqualTo(asked);
        assertThat(trouble(stick)).as("it still waits").contains(slug);

        system.reports().postponeNothing();
        stick.round();
        assertThat(descriptions()).containsExactlyInAnyOrder("Notes", "Put off");
    }

    @Test
    void aReportThatIsPutOffAgainAndAgainDoesNotSlowTheStickDown() throws Exception {
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        UUID putOff = stick.report("notes", "Put off").report().reportId();
        system.reports().postpone(putOff, 503, "too-slow", Duration.ZERO);
        RunningAgent agent = stick.start();
        agent.round();
        agent.round();

        assertThat(agent.round()).isLessThan(Duration.ofMinutes(1));
    }

    @ParameterizedTest
    @CsvSource({"429,too-many-requests", "503,busy", "507,storage-full"})
    void aMainSystemThatIsNotReadyIsAskedForNoOtherReport(int status, String slug)
            throws Exception {
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        agent.round();
        stick.write("notes", "n.txt", "mine");
        for (String description : List.of("First", "Second", "Third")) {
            UUID report = stick.report("notes", description).report().reportId();
            system.reports().postpone(report, status, slug, Duration.ofHours(1));
        }
        agent.round();

        assertThat(reportsSent()).isEqualTo(1);
        assertThat(trouble(stick)).contains(slug);
        system.reports().postponeNothing();
        agent.round();
        assertThat(descriptions()).containsExactlyInAnyOrder("First", "Second", "Third");
    }

    private static String trouble(TestStick stick) throws IOException {
        return stick.local().contact().orElseThrow().trouble().orElseThrow();
    }

    private long reportsSent() {
        return system.requests().stream().filter(("POST " + REPORTS)::equals).count();
    }

    @Test
    void aDirectoryWithoutAReportIsPassedOver() throws Exception {
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        SpooledReport gone = stick.report("notes", "Half deleted");
        stick.report("notes", "Notes");
        Files.delete(gone.directory().resolve("report.json"));
        stick.round();

        assertThat(descriptions()).containsExactly("Notes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report.json", "pack-00000"})
    void aDamagedReportIsSetAsideAndTheNextOneIsSent(String file) throws Exception {
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        SpooledReport damaged = stick.report("notes", "Damaged");
        stick.report("notes", "Notes");
        flipLastByte(damaged.directory().resolve(file));
        stick.round();

        assertThat(system.reports().complete())
                .extracting(UpgradeReport::description)
                .contains("Notes");
        assertThat(stick.local().reportSpool().waiting()).isEmpty();
        assertThat(stick.local().reportSpool().damaged()).hasSize(1);
        assertThat(stick.log()).anyMatch(line -> line.contains("damaged"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "\u0000\u0000\u0000"})
    void aDamagedRecordOfASentReportIsSetAsideAndTheOthersGoOn(String content) throws Exception {
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        stick.report("notes", "Damaged");
        stick.report("notes", "Notes");
        stick.round();
        Path damaged = recordOf(stick, "Damaged");
        Files.writeString(damaged, content);
        assertThat(sent(stick)).containsExactly("Notes");

        stick.round();
        assertThat(sent(stick)).containsExactly("Notes");
        assertThat(stick.local().contact().orElseThrow().trouble()).isEmpty();
        assertThat(damaged).doesNotExist();
        assertThat(stick.local().reportSpool().damaged())
                .singleElement()
                .satisfies(aside -> assertThat(aside).hasContent(content));
        assertThat(stick.log()).anyMatch(line -> line.contains("damaged reports were set aside"));
    }

    @Test
    void aReportThatTheDeviceDoesNotGiveBackWaitsAndTheOthersGoOn() throws Exception {
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        SpooledReport unreadable = stick.report("notes", "Unreadable");
        stick.report("notes", "Notes");
        Path envelope = unreadable.directory().resolve("report.json");
        byte[] bytes = Files.readAllBytes(envelope);
        Files.delete(envelope);
        Files.createDirectory(envelope);
        try (StickLock lock = StickLock.tryAcquire(stick.directory()).orElseThrow()) {
            AgentLoop.of(stick.local(), line -> {}).once(lock);
        }

        assertThat(descriptions()).containsExactly("Notes");
        assertThat(stick.local().reportSpool().damaged()).isEmpty();
        assertThat(trouble(stick)).contains(unreadable.directory().toString(), "cannot be read");

        Files.delete(envelope);
        Files.write(envelope, bytes);
        stick.round();
        assertThat(descriptions()).containsExactlyInAnyOrder("Notes", "Unreadable");
    }

    private static Path recordOf(TestStick stick, String description) throws IOException {
        UUID reportId =
                stick.local().sentReports().all().stream()
                        .filter(report -> report.description().equals(description))
                        .findFirst()
                        .orElseThrow()
                        .reportId();
        return stick.local().stick().sentReports().resolve(reportId + ".json");
    }

    private static List<String> sent(TestStick stick) throws IOException {
        return stick.local().sentReports().all().stream().map(SentReport::description).toList();
    }

    private List<String> descriptions() {
        return system.reports().complete().stream().map(UpgradeReport::description).toList();
    }

    private static void flipLastByte(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }
}
