package org.metalayer.cli.stick;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.cli.harness.CommandLineRun;
import org.metalayer.cli.harness.Result;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.UpgradeReport;

/** {@code report} while no Main System runs: what is kept must be all that was said. */
class ReportTest {
    @TempDir Path home;
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(home.resolve("index.html"), "<!doctype html><title>t</title>");
    }

    @Test
    void makesAStickAndKeepsTheReportOnIt() throws IOException {
        Result result =
                report("usb_001", "Music Player", "--file", file.toString(), "--feature", "Player");
        assertThat(result.exitCode()).as(result.toString()).isZero();
        assertThat(result.err())
                .isEqualTo(
                        "Created the virtual stick usb_001 in %s.\n".formatted(stick("usb_001")));
        assertThat(result.lines().getFirst()).contains("1 file, 31 B, signed and kept on usb_001");
        assertThat(result.lines().get(1)).startsWith("It waits on the stick and is sent later: ");
        UpgradeReport kept = kept(stick("usb_001")).getFirst();
        assertThat(kept.component().value()).isEqualTo("music-player");
        assertThat(kept.features()).containsExactly("Player");
        assertThat(kept.description()).isEqualTo("Nicer");
        assertThat(stick("usb_001").resolve("module/music-player/index.html"))
                .hasSameBinaryContentAs(file);
    }

    @Test
    void keepsClaimsAndTheNamedComponent() throws IOException {
        report("usb_001", "Stick 1", "--component", "player", "--file", file.toString());
        Files.writeString(stick("usb_001").resolve("module/player/index.html"), "<p>faster</p>");
        Result result =
                report(
                        "usb_001",
                        "Stick 1",
                        "--component",
                        "player",
                        "--claim",
                        "startup_ms=3x",
                        "--file",
                        "index.html",
                        "--json");
        assertThat(result.exitCode()).as(result.toString()).isZero();
        JsonObject answer = Json.parseObject(result.out().getBytes(StandardCharsets.UTF_8));
        assertThat(answer.string("state")).isEqualTo("spooled");
        UpgradeReport kept = kept(stick("usb_001")).getLast();
        assertThat(kept.reportId()).isEqualTo(answer.uuid("report_id"));
        assertThat(kept.component().value()).isEqualTo("player");
        assertThat(kept.claims()).singleElement().hasToString("Claim[metric=startup_ms, factor=3]");
    }

    @Test
    void takesTheStickThatIsNamed() throws IOException {
        Path elsewhere = home.resolve("elsewhere");
        report("usb_007", "X", "--stick", elsewhere.toString(), "--file", file.toString());
        assertThat(kept(elsewhere)).hasSize(1);
        assertThat(stick("usb_007")).doesNotExist();
        Result other =
                report("usb_008", "X", "--stick", elsewhere.toString(), "--file", file.toString());
        assertThat(other.exitCode()).isEqualTo(1);
        assertThat(other.err()).contains("is usb_007, not usb_008").hasLineCount(1);
    }

    @ParameterizedTest
    @CsvSource({
        "usb 001, X, feature, module_id",
        "usb_001, X, upgrade, type must be feature",
    })
    void refusesWhatTheProtocolDoes(
            String moduleId, String moduleName, String type, String complaint) {
        Result result = new CommandLineRun(home).run("report", moduleId, moduleName, type, "Nicer");
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.err()).contains(complaint);
        assertThat(home.resolve("data/sticks")).doesNotExist();
    }

    @Test
    void saysWhatIsMissing() {
        Result nothing = report("usb_001", "Music Player");
        assertThat(nothing.exitCode()).isEqualTo(1);
        assertThat(nothing.err()).contains("there are no files in module/music-player");
        Result noFile = report("usb_001", "Music Player", "--file", "/does/not/exist");
        assertThat(noFile.exitCode()).isEqualTo(1);
        assertThat(noFile.err()).contains("/does/not/exist");
        Result noName = report("usb_001", "台所");
        assertThat(noName.exitCode()).isEqualTo(1);
        assertThat(noName.err()).contains("--component");
    }

    private Result report(String moduleId, String moduleName, String... more) {
        return new CommandLineRun(home)
                .with("METALAYER_URL", "http://localhost:1")
                .run(
                        Stream.concat(
                                        Stream.of("report", moduleId, moduleName, "ux", "Nicer"),
                                        Stream.of(more))
                                .toArray(String[]::new));
    }

    private Path stick(String moduleId) {
        return home.resolve("data/sticks").resolve(moduleId);
    }

    /** The reports on a stick, oldest first. */
    private static List<UpgradeReport> kept(Path stick) throws IOException {
        try (Stream<Path> reports = Files.list(stick.resolve(".metalayer/spool/reports"))) {
            return reports.sorted().map(ReportTest::read).toList();
        }
    }

    private static UpgradeReport read(Path report) {
        try {
            Envelope envelope = Envelope.parse(Files.readAllBytes(report.resolve("report.json")));
            return UpgradeReport.read(Json.parseObject(envelope.unverifiedPayload()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
