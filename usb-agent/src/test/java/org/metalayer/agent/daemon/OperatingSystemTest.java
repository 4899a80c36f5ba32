package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.install.Phase;
import org.metalayer.agent.simulator.SimulatedMainSystem;
import org.metalayer.agent.system.SimulatedComputer;
import org.metalayer.agent.system.SystemAnswer;
import org.metalayer.agent.system.TestSystem;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.tuf.model.RoleName;

/** A stick's own system goes the way that all releases go, and comes back by itself. */
class OperatingSystemTest extends WithBootedStick {

    private static final String BLOBS = "/feed/v1/blobs/";

    @Test
    void itIsWrittenBesideWhatRunsAndTriedAtTheNextStart() throws Exception {
        DeploymentEntry entry = system.feed().rollOut(release("2", 1));
        stage();
        assertThat(computer.entryNames()).containsExactly("mlos_1.efi", "mlos_2+2-0.efi");
        assertThat(phase()).contains(Phase.ACTIVATING);
        assertThat(system.outcomes().recorded()).isEmpty();

        assertThat(computer.start()).isEqualTo("2");
        stick.round();
        assertThat(phase()).contains(Phase.ACTIVATED);
        assertThat(system.outcomes().recorded()).isEmpty();

        computer.bless();
        stick.round();
        assertThat(system.outcomes().results()).containsExactly("verified");
        assertThat(stick.version("os")).isEqualTo(entry.version());
        assertThat(stick.directory().staging(OS)).doesNotExist();
    }

    @Test
    void onlyWhatTheRunningOneDoesNotHaveIsFetched() throws Exception {
        TestSystem next = new TestSystem("2");
        upgrade("2", 1);

        long fetched = system.requests().stream().filter(it -> it.contains(BLOBS)).count();
        assertThat(next.files().size()).isGreaterThan(8);
        assertThat(fetched).isBetween(3L, 6L);
    }

    @Test
    void oneUpgradeFollowsTheOther() throws Exception {
        upgrade("2", 1);
        upgrade("3", 2);

        assertThat(computer.entryNames()).containsExactly("mlos_2.efi", "mlos_3.efi");
        assertThat(system.outcomes().results()).containsExactly("verified", "verified");
    }

    @Test
    void anEntryThatTheLoaderPassesOverIsWrittenAnew() throws Exception {
        system.feed().rollOut(release("2", 1));
        stage();
        computer.emptyTheEntryOf("2");
        assertThat(computer.start()).isEqualTo("1");

        stick.round();
        assertThat(serve().flatMap(SystemAnswer::trouble)).isEmpty();
        stick.round();
        assertThat(serve().flatMap(SystemAnswer::trouble)).isEmpty();
        stick.round();
        assertThat(computer.start()).isEqualTo("2");
        assertThat(system.outcomes().recorded()).isEmpty();
    }

    /** A line that never holds for longer than one piece still brings them all. */
    @Test
    void whatArrivedBeforeTheLineBrokeIsNotFetchedAgain() throws Exception {
        system.feed().rollOut(release("2", 1));
        int rounds = 0;
        while (!phase().equals(Optional.of(Phase.ACTIVATING))) {
            rounds++;
            assertThat(rounds).as("it comes to an end").isLessThan(20);
            system.faults()
                    .atNext(
                            BLOBS,
                            () ->
                                    system.faults()
                                            .atNext(BLOBS, () -> system.faults().offline(true)));
            stick.round();
            system.faults().clear();
        }
        assertThat(rounds).isGreaterThan(2);
    }

    @Test
    void whatRunsAlreadyIsOnlyNoted() throws Exception {
        system.feed().rollOut(release("1", 1));
        stick.round();

        assertThat(system.outcomes().results()).containsExactly("verified");
        assertThat(stick.version("os")).isEqualTo(1);
        assertThat(stick.directory().systemOrder()).doesNotExist();
    }

    @Test
    void nothingGoesToALowerVersion() throws Exception {
        upgrade("2", 1);
        system.feed().rollOut(release("1.5", 2));
        stick.round();

        assertThat(system.outcomes().results()).containsExactly("verified", "conflict");
        assertThat(phase()).isEmpty();
    }

    /** A taken-over agent could write any order, and any file beside it. */
    @Test
    void whatTheFleetsKeysDoNotVouchForIsNotWritten() throws Exception {
        ReleaseDocument release = release("2", 1);
        system.feed().rollOut(release);
        stick.round();
        assertThat(phase()).contains(Phase.ACTIVATING);

        try (SimulatedMainSystem stranger = SimulatedMainSystem.start()) {
            computer.trusting(stranger.firstRoot());
            assertThat(trouble()).contains("not vouched for");
        }
        computer.trusting(system.firstRoot());
        change(stick.directory().release(release.releaseId()), 40);
        assertThat(trouble()).contains("not the one that is signed");
        assertThat(computer.entryNames()).containsExactly("mlos_1.efi");

        stick.round();
        assertThat(system.outcomes().results()).containsExactly("conflict");
    }

    @Test
    void aPieceThatWasChangedMeanwhileIsNotWritten() throws Exception {
        system.feed().rollOut(release("2", 1));
        stick.round();
        Path piece = stick.directory().staging(OS).resolve("tree-2/verity/00000");
        change(piece, 9);

        assertThat(trouble()).contains("damaged");
        assertThat(computer.entryNames()).containsExactly("mlos_1.efi");
    }

    @Test
    void withoutAFirstRootOnTheBootPartitionNothingIsWritten() throws Exception {
        system.feed().rollOut(release("2", 1));
        stick.round();
        Files.delete(computer.places().esp().resolve("metalayer/1.root.json"));

        assertThat(trouble()).contains("whom to believe");
    }

    @Test
    void newKeysOfTheFleetAreFollowed() throws Exception {
        system.feed().replaceKeys(ReleaseRole.OS.roleName(), 2);
        system.feed().replaceKeys(RoleName.SNAPSHOT, 1);
        upgrade("2", 1);

        assertThat(system.outcomes().results()).containsExactly("verified");
    }

    /** Of the agent; those of what writes the slot are cut in {@code SystemUpgradeTest}, each. */
    @Test
    void aPowerCutAtAnyOperationIsOvercome() throws Exception {
        system.feed().rollOut(release("2", 1));
        int number = 1;
        while (isCut(number)) {
            number += PowerCut.STRIDE;
        }
        assertThat(number).isGreaterThan(60);
    }

    /** Whether the story is so long that the power can be cut before this operation. */
    private boolean isCut(int number) throws IOException {
        SimulatedComputer victim =
                new SimulatedComputer(directory.resolve("computer-" + number), new TestSystem("1"))
                        .trusting(system.firstRoot());
        TestStick carried = stick("usb_" + (100 + number)).on(victim.places());
        PowerCut cut = new PowerCut(number);
        try {
            carried.start(cut.faults()).round();
            victim.serve(carried.directory(), InstantSource.system());
            carried.start(cut.faults()).round();
            victim.start();
            victim.bless();
            carried.start(cut.faults()).round();
        } catch (PowerCut.Ended _) {
            assertThat(cut.happened()).isTrue();
        }
        for (int n = 0; n < 4 && carried.version("os") == 0; n++) {
            victim.start();
            victim.bless();
            carried.round();
            if (carried.directory().systemOrder().toFile().exists()) {
                victim.serve(carried.directory(), InstantSource.system());
            }
        }
        carried.round();
        assertThat(carried.version("os")).as("cut before operation " + number).isEqualTo(1);
        assertThat(carried.local().journal().of(OS)).isEmpty();
        return cut.happened();
    }

    @Test
    void aComputerThatBootedSomethingElseIsNotTouched() throws Exception {
        TestStick elsewhere = stick("usb_002");
        system.feed().rollOut(release("2", 1));
        elsewhere.round();

        assertThat(system.outcomes().results()).containsExactly("failed");
        assertThat(elsewhere.directory().systemOrder()).doesNotExist();
    }

    @Test
    void pluggedIntoAnotherComputerItWaits() throws Exception {
        system.feed().rollOut(release("2", 1));
        stage();
        TestStick elsewhere = stick.copyTo(directory.resolve("elsewhere"));
        elsewhere.round();

        assertThat(system.outcomes().recorded()).isEmpty();
    }

    private String trouble() throws IOException {
        return serve().flatMap(SystemAnswer::trouble).orElseThrow().reason();
    }

    private static void change(Path file, int at) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[at] ^= 1;
        Files.write(file, content);
    }
}
