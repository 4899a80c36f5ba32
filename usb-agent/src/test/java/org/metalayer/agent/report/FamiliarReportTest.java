package org.metalayer.agent.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.agent.daemon.TestStick;
import org.metalayer.agent.files.ChildJvm;
import org.metalayer.agent.files.RawPath;
import org.metalayer.agent.stick.NotAStickException;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.message.UpgradeReport;

/** The earlier guide's words still work. */
class FamiliarReportTest {

    @TempDir private Path directory;
    private TestStick stick;

    @BeforeEach
    void prepare() throws Exception {
        stick = TestStick.in(directory, URI.create("http://127.0.0.1:1"), "usb_001");
    }

    private UpgradeReport propose(List<String> files) throws Exception {
        return new FamiliarReport(stick.root())
                .propose(
                        "usb_001",
                        "Music Player",
                        "feature",
                        "Playlists",
                        files,
                        List.of("Playlist"))
                .report();
    }

    @ParameterizedTest
    @CsvSource({
        "Music Player,music-player",
        "music-player,music-player",
        "  Trinity AI 2.0! ,trinity-ai-2-0",
        "Über Größe,uber-gro-e"
    })
    void theComponentIsNamedAfterTheModule(String name, String component) {
        assertThat(FamiliarReport.componentNamed(name).value()).isEqualTo(component);
    }

    @Test
    void aNameWithoutLettersNamesNoComponent() {
        assertThatThrownBy(() -> FamiliarReport.componentNamed("!!!"))
                .isInstanceOf(MalformedDocumentException.class);
    }

    @Test
    void withoutFilesEveryChangeIsProposed() throws Exception {
        stick.write("music-player", "index.html", "<p>");
        stick.write("music-player", "js/play.js", "play()");
        UpgradeReport report = propose(List.of());

        assertThat(paths(report)).containsExactly("index.html", "js/play.js");
        assertThat(report.features()).containsExactly("Playlist");
    }

    @Test
    void aFileInTheComponentIsProposedAsItLiesThere() throws Exception {
        stick.write("music-player", "js/play.js", "play()");
        stick.write("music-player", "private.txt", "mine");

        assertThat(paths(propose(List.of("js/play.js")))).containsExactly("js/play.js");
        String absolute = stick.content("music-player").resolve("js/play.js").toString();
        assertThat(paths(propose(List.of(absolute)))).containsExactly("js/play.js");
    }

    @Test
    void anyOtherFileIsCopiedIntoTheComponent() throws Exception {
        Path elsewhere = Files.writeString(directory.resolve("playlist.js"), "list()");
        UpgradeReport report = propose(List.of(elsewhere.toString()));

        assertThat(paths(report)).containsExactly("playlist.js");
        assertThat(stick.read("music-player", "playlist.js")).isEqualTo("list()");
    }

    @Test
    void aCopyTakesNoOtherFilesPlace() throws Exception {
        stick.write("music-player", "playlist.js", "the owner's own");
        Path elsewhere = Files.writeString(directory.resolve("playlist.js"), "list()");

        assertThatThrownBy(() -> propose(List.of(elsewhere.toString())))
                .hasMessageContaining("playlist.js is there already");
        assertThat(stick.files("music-player")).isEqualTo(Map.of("playlist.js", "the owner's own"));
        assertThat(stick.local().reportSpool().waiting()).isEmpty();
    }

    @Test
    void aFileThatIsThereAlreadyIsProposedAsItIs() throws Exception {
        stick.write("music-player", "playlist.js", "list()");
        Path elsewhere = Files.writeString(directory.resolve("playlist.js"), "list()");

        assertThat(paths(propose(List.of(elsewhere.toString())))).containsExactly("playlist.js");
    }

    @Test
    void namesBeyondAsciiNeedNoLocale() throws Exception {
        stick.write("music-player", "Lieder/Frühling.txt", "spring");
        assertThat(ChildJvm.run(Map.of("LC_ALL", "C"), Proposing.class, stick.root().toString()))
                .isZero();

        assertThat(stick.local().reportSpool().waiting().getFirst().report())
                .satisfies(report ->
                        assertThat(paths(report))
                                .containsExactly("Lieder/Frühling.txt", "Äpfel.txt"));
    }

    /** A program without a locale, as a service is started. */
    static final class Proposing {
        public static void main(String[] arguments) throws Exception {
            Path stick = Path.of(arguments[0]);
            Path elsewhere =
                    RawPath.resolve(stick.resolveSibling(""), new RelativePath("Äpfel.txt"));
            Files.writeString(elsewhere, "apples");
            new FamiliarReport(stick)
                    .propose(
                            "usb_001",
                            "Music Player",
                            "feature",
                            "Spring",
                            List.of("Lieder/Frühling.txt", stick.resolveSibling("") + "/Äpfel.txt"),
                            List.of());
        }
    }

    @Test
    void aLinkIsNoFile() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolve("link"), Path.of("/etc/shadow"));

        assertThatThrownBy(() -> propose(List.of(link.toString())))
                .hasMessageContaining("link is no file");
    }

    @Test
    void anotherSticksIdIsRefused() {
        assertThatThrownBy(() ->
                        new FamiliarReport(stick.root())
                                .propose("usb_002", "Player", "feature", "x", List.of(), List.of()))
                .hasMessageContaining("is usb_001, not usb_002");
    }

    @Test
    void aDirectoryThatIsNoStickIsRefused() {
        assertThatThrownBy(() -> new FamiliarReport(directory.resolve("nowhere")))
                .isInstanceOf(NotAStickException.class);
    }

    @Test
    void aProgramsReportIsDurableWhenTheCallReturns() throws Exception {
        stick.write("music-player", "index.html", "<p>");
        UUID id =
                new UpgradeReporter("usb_001", "Music Player", stick.root())
                        .detectUpgrade(
                                "performance", "Starts faster", List.of("index.html"), List.of());

        assertThat(stick.local().reportSpool().waiting())
                .extracting(spooled -> spooled.report().reportId())
                .containsExactly(id);
    }

    /** A program as the guide shows it, which dies as soon as the call has returned. */
    static final class ProposingAndDying {
        public static void main(String[] arguments) throws IOException {
            UUID id =
                    new UpgradeReporter("usb_001", "Music Player")
                            .detectUpgrade(
                                    "performance", "Faster", List.of("index.html"), List.of());
            Files.writeString(Path.of(arguments[0]), id.toString());
            Runtime.getRuntime().halt(9);
        }
    }

    @Test
    void whatAProgramReportedIsThereWhenItDiesTheMomentTheCallReturns() throws Exception {
        stick.write("music-player", "index.html", "<p>");
        Path told = directory.resolve("told");
        Map<String, String> environment = Map.of("METALAYER_STICK", stick.root().toString());

        assertThat(ChildJvm.run(environment, ProposingAndDying.class, told.toString()))
                .isEqualTo(9);
        assertThat(stick.local().reportSpool().waiting())
                .extracting(spooled -> spooled.report().reportId().toString())
                .containsExactly(Files.readString(told));
    }

    @Test
    void anUnknownTypeIsRefused() {
        assertThatThrownBy(() ->
                        new UpgradeReporter("usb_001", "Music Player", stick.root())
                                .detectUpgrade("turbo", "x", List.of(), List.of()))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining("turbo");
    }

    private static List<String> paths(UpgradeReport report) {
        return report.files().files().keySet().stream().map(RelativePath::value).toList();
    }
}
