package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.install.OwnerRequest;
import org.metalayer.agent.install.Resolution;
import org.metalayer.agent.report.SentReport;
import org.metalayer.agent.report.SpooledReport;
import org.metalayer.agent.simulator.Entries;
import org.metalayer.agent.simulator.SimulatedMainSystem;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.agent.stick.StickConfig;
import org.metalayer.agent.stick.StickDirectory;
import org.metalayer.agent.stick.StickLock;
import org.metalayer.agent.stick.Storage;
import org.metalayer.protocol.ComponentName;

/** A stick whose owner brings the first root of a Main System that was set up anew. */
class NewMainSystemTest extends WithMainSystem {

    private final SimulatedMainSystem anew = SimulatedMainSystem.start();

    @AfterEach
    void stopTheNewOne() {
        anew.close();
    }

    /** Without that, everything the new one has up to version 7 would pass the stick by. */
    @Test
    void aNewCountOfVersionsIsFollowedFromItsBeginning() throws IOException {
        TestStick stick = atVersionSeven();
        stick.write("player", "own.txt", "own");
        anew.feed().rollOut(aRelease(anew).file("a.txt", "new").file("b.txt", "the same").build());

        leavesFor(stick, StorageFaults.none());
        stick.round();

        assertThat(stick.trouble()).isEmpty();
        assertThat(anew.outcomes().results()).containsExactly("conflict");
        assertThat(stick.files("player"))
                .isEqualTo(Map.of("a.txt", "seven", "b.txt", "the same", "own.txt", "own"));

        stick.asksToInstall("player", Resolution.TAKE_THEIRS);
        stick.round();
        assertThat(stick.files("player"))
                .isEqualTo(Map.of("a.txt", "new", "b.txt", "the same", "own.txt", "own"));
        assertThat(Trees.contents(stick.directory().kept(new ComponentName("player"))))
                .containsValue("seven");
    }

    @Test
    void theSameBytesAreTakenOverWithoutAWord() throws IOException {
        TestStick stick = atVersionSeven();
        anew.feed()
                .rollOut(aRelease(anew).file("a.txt", "seven").file("b.txt", "the same").build());

        leavesFor(stick, StorageFaults.none());
        stick.round();

        assertThat(stick.version("player")).isEqualTo(1);
        assertThat(anew.outcomes().results()).containsExactly("verified");
    }

    /** The new one has neither the rest of the files nor the rollouts. */
    @Test
    void whatWasForTheOldOneAloneIsSaidToItsOwnerAndHoldsNothingUp() throws IOException {
        system.faults().drop("POST /api/v1/stick/outcomes");
        TestStick stick = atVersionSeven();
        stick.write("player", "a.txt", "mine");
        stick.write("notes", "n.txt", "noted");
        SpooledReport change = stick.report("player", "A change");
        SpooledReport whole = stick.report("notes", "Notes");

        leavesFor(stick, StorageFaults.none());
        stick.round();

        assertThat(stick.trouble()).isEmpty();
        assertThat(anew.reports().complete())
                .singleElement()
                .satisfies(it -> assertThat(it.description()).isEqualTo("Notes"));
        assertThat(stick.local().reportSpool().waiting()).isEmpty();
        assertThat(stick.local().sentReports().of(change.report().reportId()))
                .hasValueSatisfying(report -> {
                    assertThat(report.state()).isEqualTo(SentReport.REFUSED);
                    assertThat(report.reasons())
                            .singleElement()
                            .asString()
                            .contains("another Main System", "report it again");
                });
        assertThat(whole.report().parents()).isEmpty();
        assertThat(anew.outcomes().received()).isZero();
        assertThat(stick.local().outcomeSpool().waiting()).isEmpty();
        assertThat(stick.local().outcomeHistory().newestFirst())
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).contains("not told", "another Main"));

        assertThat(stick.report("player", "The same again").report().files().files()).hasSize(2);
        stick.round();
        assertThat(stick.trouble()).isEmpty();
        assertThat(anew.reports().complete()).hasSize(2);
    }

    @Test
    void whatTheOwnerAskedOfTheOldOneIsNoWordAboutTheOthersReleases() throws IOException {
        TestStick stick = atVersionSeven();
        stick.local().requests().put(OwnerRequest.decline(new ComponentName("player")));

        leavesFor(stick, StorageFaults.none());

        assertThat(stick.directory().requests()).doesNotExist();
    }

    @Test
    void aHistoryThatIsDamagedKeepsNoStickWithoutAKey() throws IOException {
        system.faults().drop("POST /api/v1/stick/outcomes");
        TestStick stick = atVersionSeven();
        Files.writeString(stick.directory().outcomeHistory(), "torn");

        leavesFor(stick, StorageFaults.none());

        assertThat(stick.directory().key()).exists();
        assertThat(stick.local().outcomeSpool().waiting()).isEmpty();
    }

    /** Also where nobody accepts the stick any more. */
    @Test
    void whatIsHalfDoneComesFirst() throws IOException {
        system.feed()
                .rollOut(
                        aRelease(system).file("a.txt", "one").build(),
                        entry -> Entries.verifiedAfter(entry, Duration.ofMinutes(5)));
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        agent.round();
        byte[] key = Files.readAllBytes(stick.directory().key());

        assertThatThrownBy(() -> leavesFor(stick, StorageFaults.none()))
                .hasMessageContaining("player 1 is being installed")
                .hasMessageContaining("run the agent with `stick run`");
        assertThat(stick.directory().key()).hasBinaryContent(key);

        system.sticks().become("usb_001", "retired");
        agent.round();
        stick.uptime().pass(Duration.ofMinutes(6));
        agent.round();
        leavesFor(stick, StorageFaults.none());
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    /** Nobody has to answer for that: the old Main System may be gone for good. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsHalfDoneIsFinishedWithoutTheRecordOfTheEnrolmentToo(boolean damaged)
            throws IOException {
        system.feed()
                .rollOut(
                        aRelease(system).file("a.txt", "one").build(),
                        entry -> Entries.verifiedAfter(entry, Duration.ofMinutes(5)));
        TestStick stick = stick();
        stick.round();
        if (damaged) {
            Files.writeString(stick.directory().enrolment(), "torn");
        } else {
            Files.delete(stick.directory().enrolment());
        }
        pointTo(stick, anew);
        assertThatThrownBy(() -> leavesFor(stick, StorageFaults.none()))
                .hasMessageContaining("player 1 is being installed");

        RunningAgent agent = stick.start();
        agent.round();
        stick.uptime().pass(Duration.ofMinutes(6));
        agent.round();

        assertThat(stick.trouble()).isNotEmpty();
        assertThat(stick.version("player")).isEqualTo(1);
        assertThat(stick.local().journal().all()).isEmpty();
        leavesFor(stick, StorageFaults.none());
        assertThat(stick.local().outcomeSpool().waiting()).isEmpty();
        stick.round();
        assertThat(stick.trouble()).isEmpty();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    /**
     * It came too late for what is said of those that wait, and nobody else has the other files.
     */
    @Test
    void aReportThatIsMadeMeanwhileIsNotTakenForOneThatIsKept() throws IOException {
        TestStick stick = atVersionSeven();
        stick.write("player", "a.txt", "mine");
        boolean[] left = {false};
        LocalParts meanwhile =
                LocalParts.open(
                        stick.directory(),
                        Storage.with(
                                StorageFaults.calling(operation -> {
                                    if (operation.equals("rename") && !left[0]) {
                                        left[0] = true;
                                        leavesFor(stick, StorageFaults.none());
                                    }
                                })),
                        InstantSource.system());

        assertThatThrownBy(() -> TestStick.report(meanwhile, "player", "A change"))
                .hasMessageContaining("became another one meanwhile")
                .hasMessageContaining("report it again");

        assertThat(stick.local().reportSpool().waiting()).isEmpty();
        assertThat(stick.report("player", "Again").report().parents()).isEmpty();
        stick.round();
        assertThat(stick.trouble()).isEmpty();
        assertThat(anew.reports().complete()).hasSize(1);
    }

    /**
     * Whoever has the old one's keys, also those that it revoked, finds no stick without memory.
     */
    @Test
    void noCutLeavesAStickThatForgotAndBelievesTheOldOne() throws IOException {
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        int waiting = 0;
        int step = 0;
        boolean cut = true;
        while (cut) {
            TestStick stick = stick("usb_" + step);
            stick.round();
            Map<String, String> memory = memory(stick);
            cut = isCut(stick, step, toTheNewOne());

            if (Files.notExists(stick.directory().key())) {
                waiting++;
                assertDoesNotStart(stick, step);
                if (server(stick).equals(anew.url())) {
                    TestStick advised = stick.copyTo(directory.resolve("advised/" + step));
                    becomesAnother(advised, StorageFaults.none(), NewIdentity.Wishes.NONE);
                    assertFollowsTheNewOneAlone(advised, step);
                } else {
                    assertThat(memory(stick)).as("cut at %s", step).isEqualTo(memory);
                }
            } else if (cut && stick.directory().enrolment().toFile().exists()) {
                assertThat(memory(stick)).as("cut at %s", step).isEqualTo(memory);
                assertGoesOn(stick, step);
            }

            leavesFor(stick, StorageFaults.none());
            assertFollowsTheNewOneAlone(stick, step);
            step++;
        }
        assertThat(step).isGreaterThan(15);
        assertThat(waiting).isGreaterThan(8);
    }

    @Test
    void noCutLeavesAKeyThatSpeaksInTheNameOfAnother() throws IOException {
        int step = 0;
        boolean cut = true;
        while (cut) {
            TestStick stick = stick("usb_" + step);
            stick.round();
            cut = isCut(stick, step, NewIdentity.Wishes.NONE);

            if (Files.notExists(stick.directory().key())) {
                assertDoesNotStart(stick, step);
            } else {
                assertGoesOn(stick, step);
            }

            becomesAnother(stick, StorageFaults.none(), NewIdentity.Wishes.NONE);
            assertGoesOn(stick, step);
            step++;
        }
        assertThat(step).isGreaterThan(8);
    }

    private static void assertDoesNotStart(TestStick stick, int step) {
        assertThatThrownBy(stick::round)
                .as("cut at %s", step)
                .hasMessageContaining("run `stick new-identity` (again, with the same options)");
    }

    private static void assertGoesOn(TestStick stick, int step) throws IOException {
        stick.round();
        assertThat(stick.trouble()).as("cut at %s", step).isEmpty();
    }

    private void assertFollowsTheNewOneAlone(TestStick stick, int step) throws IOException {
        pointTo(stick, system);
        stick.round();
        assertThat(stick.trouble()).as("cut at %s", step).contains("another first root");
        pointTo(stick, anew);
        stick.round();
        assertThat(stick.trouble()).as("cut at %s", step).isEmpty();
        assertThat(stick.version("player")).as("cut at %s", step).isZero();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    private TestStick atVersionSeven() throws IOException {
        system.feed()
                .rollOut(
                        aRelease(system)
                                .version(7)
                                .file("a.txt", "seven")
                                .file("b.txt", "the same")
                                .build());
        TestStick stick = stick();
        stick.round();
        assertThat(stick.version("player")).isEqualTo(7);
        return stick;
    }

    /** What keeps an old word from being believed again. */
    private static Map<String, String> memory(TestStick stick) throws IOException {
        StickDirectory directory = stick.directory();
        Map<String, String> memory = new TreeMap<>(Trees.contents(directory.trust()));
        for (Path file :
                List.of(directory.latestTime(), directory.seenManifest(), directory.feedMark())) {
            memory.putAll(
                    Files.exists(file)
                            ? Map.of(file.toString(), Files.readString(file))
                            : Map.of());
        }
        return memory;
    }

    private static void pointTo(TestStick stick, SimulatedMainSystem at) throws IOException {
        StateFile<StickConfig> file =
                StickConfig.file(stick.directory(), Storage.with(StorageFaults.none()).files());
        file.write(file.read().orElseThrow().at(at.url()));
    }

    private static URI server(TestStick stick) throws IOException {
        return StickConfig.of(stick.directory(), Storage.with(StorageFaults.none()).files())
                .server();
    }

    private static boolean isCut(TestStick stick, int at, NewIdentity.Wishes wishes)
            throws IOException {
        int[] count = {0};
        try {
            becomesAnother(
                    stick,
                    StorageFaults.calling(operation -> {
                        if (count[0]++ >= at) {
                            throw new Cut();
                        }
                    }),
                    wishes);
            return false;
        } catch (Cut cut) {
            return true;
        }
    }

    private void leavesFor(TestStick stick, StorageFaults faults) throws IOException {
        becomesAnother(stick, faults, toTheNewOne());
        assertThat(stick.directory().enrolment()).doesNotExist();
    }

    private NewIdentity.Wishes toTheNewOne() {
        return new NewIdentity.Wishes(
                Optional.empty(),
                Optional.empty(),
                Optional.of(anew.url()),
                Optional.of(anew.trust()));
    }

    private static void becomesAnother(
            TestStick stick, StorageFaults faults, NewIdentity.Wishes wishes) throws IOException {
        try (StickLock lock = StickLock.tryAcquire(stick.directory()).orElseThrow()) {
            NewIdentity.make(stick.directory(), Storage.with(faults), wishes, lock);
        }
    }

    private static final class Cut extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }
}
