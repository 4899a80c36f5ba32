package org.metalayer.agent.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.agent.daemon.TestStick;
import org.metalayer.agent.program.AgentPlaces;
import org.metalayer.agent.simulator.SimulatedMainSystem;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.StickLock;
import org.metalayer.agent.system.SystemPlaces;
import org.metalayer.agent.usb.KernelRoots;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.message.ReleaseDocument;

/** What the page says, and when it is drawn. */
class ScreenTest {

    private final SimulatedMainSystem system = SimulatedMainSystem.start();
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @TempDir private Path parent;
    @TempDir private Path kernel;

    private long room = Long.MAX_VALUE;
    private TestStick stick;
    private Screen screen;

    @BeforeEach
    void prepare() throws IOException {
        stick = TestStick.in(parent, system.url(), "usb_001");
        mounted("rw", "rw");
        Files.writeString(
                kernel.resolve("os-release"),
                "NAME=x\nIMAGE_ID=metalayer\nIMAGE_VERSION=\"1.7\"\n");
        screen = new Screen(reader(stick.directory()), terminal, () -> Size.USUAL);
    }

    @AfterEach
    void stop() {
        system.close();
    }

    @Test
    void aStickThatIsNotPreparedSaysWhatToDo() throws Exception {
        Path empty = Files.createDirectories(parent.resolve("empty"));

        assertThat(page(new StickDirectory(empty)))
                .contains("Meta Layer", "waiting to be set up", "fleet.json");
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void aStickWhoseDataCannotBeReachedSaysSo() throws Exception {
        StickDirectory nowhere = new StickDirectory(parent.resolve("not/even/there"));

        assertThat(page(nowhere))
                .contains("Its data cannot be reached", "write-protected", "Alt+F2")
                .doesNotContain("waiting to be set up", "Exception");
        assertThat(parent.resolve("not")).doesNotExist();

        Files.delete(kernel.resolve("os-release"));
        assertThat(page(nowhere)).contains("waiting to be set up");
    }

    @Test
    void aFullStickSaysSo() throws Exception {
        assertThat(page()).doesNotContain("It is full");
        room = 2_500_000;
        assertThat(page()).contains("It is full: there is room for 2.5 MB.", "delete what");
        room = 0;
        assertThat(page()).contains("It is full: there is room for nothing more.");
        mounted("ro", "ro");
        assertThat(page()).contains("Nothing can be written to it").doesNotContain("It is full");
    }

    @Test
    void itSaysWhoTheStickIsAndThatItWaits() throws Exception {
        assertThat(page())
                .contains("Stick usb_001  (usb_001)", "version 1.7, agent 0.1.0")
                .contains("waiting to be accepted by the Main System at " + system.url());

        system.sticks().enrolAs("pending");
        stick.round();
        assertThat(page()).contains("waiting to be accepted");
    }

    @ParameterizedTest
    @CsvSource({
        "accepted, part of the fleet of http",
        "quarantined, quarantined: upgrades go on",
        "rejected, rejected: ask an operator",
        "retired, retired"
    })
    void itSaysHowTheMainSystemSeesIt(String state, String words) throws Exception {
        system.sticks().enrolAs(state);
        stick.round();

        assertThat(page()).contains(words).doesNotContain("waiting");
    }

    @Test
    void itSaysSinceWhenTheMainSystemIsOutOfReachAndWhenThatIsOver() throws Exception {
        stick.round();
        assertThat(page()).contains("nothing is being installed").doesNotContain("offline");
        system.faults().offline(true);
        stick.round();
        assertThat(page())
                .containsPattern("offline since 20\\d\\d-\\d\\d-\\d\\d \\d\\d:\\d\\d UTC: ")
                .contains("part of the fleet");

        system.faults().clear();
        stick.round();
        assertThat(page()).doesNotContain("offline");
    }

    @Test
    void itSaysHowFarADownloadIs() throws Exception {
        ReleaseDocument release =
                aRelease(system)
                        .file("a.txt", "x".repeat(600))
                        .file("b.txt", "y".repeat(1400))
                        .build();
        system.feed().rollOut(release);
        system.faults().drop("GET /feed/v1/blobs/");
        stick.round();
        assertThat(page()).contains("installing player 1: 0 %");

        FileEntry large = release.files().entries().getLast();
        Path partial = stick.directory().partial(large.sha256());
        Files.createDirectories(partial.resolveSibling(""));
        Files.writeString(partial, "y".repeat(500));
        assertThat(page()).contains("installing player 1: 25 %");

        system.faults().clear();
        stick.round();
        assertThat(page()).contains("nothing is being installed");
    }

    @Test
    void anAddressThatLeadsNowhereFromATelephoneIsNotScanned() throws Exception {
        assertThat(ScreenText.toScan(reader(stick.directory()).read())).isEmpty();
        Files.writeString(stick.directory().pages(), "{\"port\": 23456}", StandardCharsets.UTF_8);
        assertThat(page()).contains("./start there: http://localhost:23456/", "Alt+F2   networks");
        assertThat(ScreenText.toScan(reader(stick.directory()).read())).isEmpty();
    }

    @Test
    void aComputerWithASystemOfItsOwnHasABrowserAndNoOtherScreen() throws Exception {
        Files.delete(kernel.resolve("os-release"));
        Files.writeString(stick.directory().pages(), "{\"port\": 23456}", StandardCharsets.UTF_8);

        assertThat(page())
                .contains("http://localhost:23456/  in this computer's browser")
                .doesNotContain("Alt+F2", "./start");
    }

    @Test
    void theMainSystemCanBeScanned() throws Exception {
        stick.round();
        String config = Files.readString(stick.directory().config());
        Files.writeString(
                stick.directory().config(),
                config.replace(system.url().toString(), "https://main.example:8443"));

        screen.show();

        assertThat(terminal.toString(StandardCharsets.UTF_8))
                .contains("█")
                .contains("leads a telephone to");
        assertThat(ScreenText.toScan(reader(stick.directory()).read()))
                .contains(new Address("https://main.example:8443", true));
    }

    @ParameterizedTest
    @CsvSource({"rw, ro, true", "ro, rw, false"})
    void aMediumThatBecameReadOnlyIsToldAndAServiceThatMayNotWriteIsNot(
            String options, String superOptions, boolean told) throws Exception {
        mounted(options, superOptions);

        assertThat(page().contains("its file system is read-only")).isEqualTo(told);
        assertThat(page()).contains("waiting");
    }

    @Test
    void whatIsDamagedIsToldAndTheRestIsShown() throws Exception {
        stick.round();
        for (Path file :
                new Path[] {
                    stick.directory().enrolment(),
                    stick.directory().contact(),
                    stick.directory().notices(),
                    stick.directory().pages()
                }) {
            Files.writeString(file, "{");
            assertThat(page()).contains("Stick usb_001", file + " is damaged");
        }
        Files.writeString(stick.directory().config(), "nonsense");
        assertThat(page()).contains("its settings cannot be read", "stick.json is damaged");
        Files.delete(stick.directory().config());
        Files.createDirectory(stick.directory().config());
        assertThat(page()).contains("the stick cannot be read");
    }

    @Test
    void nothingThatActsOnTheTerminalComesFromElsewhere() throws Exception {
        String hostile = "\\u001b[2J\\u009b31m\\u202e\\n\\u0007";
        Files.writeString(
                stick.directory().contact(),
                "{\"trouble\":\"%s\",\"since\":\"2026-11-01T12:00:00Z\"}".formatted(hostile));
        Files.writeString(
                stick.directory().notices(),
                "{\"notices\": [\"cloned\", \"%s\"]}".formatted(hostile));

        screen.show();

        String drawn = terminal.toString(StandardCharsets.UTF_8);
        assertThat(drawn.replaceAll("\u001b\\[\\??[0-9;]*[hlmHJ]", ""))
                .contains("[2J", "Two copies of this stick")
                .doesNotContain("\u001b", "\u009b", "\u202e", "\n", "\u0007");
        assertThat(drawn.split("\u001b\\[2J", -1)).hasSize(2);
    }

    @Test
    void itIsDrawnOnlyWhenItSaysSomethingElse() throws Exception {
        screen.show();
        int drawn = terminal.size();
        assertThat(drawn).isPositive();
        screen.show();
        Files.writeString(stick.directory().log(), "something\n");
        screen.show();
        assertThat(terminal.size()).isEqualTo(drawn);

        stick.round();
        screen.show();
        assertThat(terminal.size()).isGreaterThan(drawn);
    }

    @Test
    void itChangesNothingOnTheStickAndIsInNobodysWay() throws Exception {
        stick.round();
        Map<String, String> before = everything();
        try (StickLock lock = StickLock.tryAcquire(stick.directory()).orElseThrow()) {
            screen.show();
            assertThat(lock).isNotNull();
        }
        Files.delete(stick.directory().lock());
        before.remove(".metalayer/lock");
        screen.show();
        assertThat(everything()).isEqualTo(before);
    }

    private String page() {
        return page(stick.directory());
    }

    private String page(StickDirectory of) {
        return String.join("\n", Screen.lines(reader(of)));
    }

    private FactsReader reader(StickDirectory of) {
        return new FactsReader(
                of,
                new KernelRoots(kernel.resolve("proc"), kernel.resolve("sys"), kernel),
                new SystemPlaces(
                        kernel.resolve("cmdline"),
                        kernel.resolve("os-release"),
                        kernel.resolve("boot_id"),
                        kernel.resolve("root"),
                        kernel.resolve("root-verity"),
                        kernel.resolve("esp"),
                        kernel.resolve("answers")),
                AgentPlaces.ofImage(),
                _ -> room);
    }

    private void mounted(String options, String superOptions) throws IOException {
        Path mountinfo = kernel.resolve("proc/self/mountinfo");
        Files.createDirectories(mountinfo.resolveSibling(""));
        Files.writeString(
                mountinfo,
                "1 1 8:1 / / %s - ext4 /dev/sda1 %s,errors=remount-ro\n"
                        .formatted(options, superOptions));
    }

    private Map<String, String> everything() throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.walk(stick.root())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.put(
                        stick.root().relativize(file).toString(),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }
}
