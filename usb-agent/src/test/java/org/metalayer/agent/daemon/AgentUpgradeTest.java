package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.install.Phase;
import org.metalayer.agent.program.SimulatedImage;
import org.metalayer.agent.program.TestAgent;
import org.metalayer.agent.simulator.Entries;
import org.metalayer.agent.simulator.ReleaseBuilder;
import org.metalayer.agent.simulator.SimulatedMainSystem;
import org.metalayer.agent.stick.StickLock;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.tuf.model.RoleName;

/** The agent goes the way that all releases go, and an agent that fails goes again by itself. */
class AgentUpgradeTest extends WithMainSystem {

    private static final ComponentName AGENT = new ComponentName("agent");
    private static final String BLOBS = "/feed/v1/blobs/";
    private static final String IMAGE = "0.1.0";

    /** What ends everything: nothing catches this. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    private SimulatedImage image;
    private TestStick stick;

    @BeforeEach
    void startTheAgent() throws IOException {
        image = image("image");
        stick = stick().choosing(image.places());
        assertThat(start()).isEqualTo(IMAGE);
    }

    private SimulatedImage image(String name) throws IOException {
        return new SimulatedImage(directory.resolve(name), IMAGE).trusting(system.firstRoot());
    }

    private ReleaseDocument release(String version, long number) {
        ReleaseBuilder release = aRelease(system).component("agent").version(number);
        new TestAgent(version).files().forEach(release::file);
        return release.build();
    }

    private String start() throws IOException {
        return image.start(stick.directory());
    }

    private Optional<Phase> phase() throws IOException {
        return stick.local().journal().of(AGENT).map(Installation::phase);
    }

    /** Long enough for a start not to have been in vain. */
    private void stayUp() throws IOException {
        stayUp(stick);
    }

    private static void stayUp(TestStick on) throws IOException {
        RunningAgent agent = on.start();
        agent.round();
        on.uptime().pass(Duration.ofSeconds(30));
        agent.round();
        agent.round();
    }

    private DeploymentEntry upgrade(String version, long number) throws IOException {
        DeploymentEntry entry = system.feed().rollOut(release(version, number));
        stick.round();
        assertThat(phase()).contains(Phase.ACTIVATING);
        assertThat(start()).isEqualTo(version);
        stayUp();
        assertThat(stick.version("agent")).isEqualTo(number);
        return entry;
    }

    @Test
    void itRunsAtTheNextStartAndIsVerifiedOnceItStayedUp() throws Exception {
        system.feed().rollOut(release("0.2.0", 1));
        stick.round();
        assertThat(phase()).contains(Phase.ACTIVATING);
        assertThat(start()).isEqualTo("0.2.0");
        stick.round();
        assertThat(phase()).contains(Phase.ACTIVATED);
        assertThat(system.outcomes().recorded()).isEmpty();

        stayUp();
        assertThat(system.outcomes().results()).containsExactly("verified");
        assertThat(stick.directory().staging(AGENT)).doesNotExist();
        assertThat(stick.content("agent")).doesNotExist();
        image.switchOff();
        assertThat(start()).isEqualTo("0.2.0");
    }

    @Test
    void itIsNotVerifiedBeforeTheRolloutsTimeIsOver() throws Exception {
        DeploymentEntry entry = system.feed().rollOut(release("0.2.0", 1));
        system.feed().put(Entries.verifiedAfter(entry, Duration.ofMinutes(5)));
        stick.round();
        start();
        stayUp();
        assertThat(phase()).contains(Phase.ACTIVATED);

        stick.uptime().pass(Duration.ofMinutes(5));
        stick.round();
        assertThat(system.outcomes().results()).containsExactly("verified");
    }

    @Test
    void onlyPiecesThatTheRunningOneDoesNotHaveAreFetched() throws Exception {
        upgrade("0.2.0", 1);

        long fetched = system.requests().stream().filter(it -> it.contains(BLOBS)).count();
        assertThat(new TestAgent("0.2.0").files().size()).isGreaterThan(5);
        assertThat(fetched).isEqualTo(2);
    }

    @Test
    void oneThatEndsAtOnceIsLeftAfterTwoStartsAndTold() throws Exception {
        system.feed().rollOut(release("0.2.0", 1));
        stick.round();
        assertThat(start()).isEqualTo("0.2.0");
        image.switchOff();
        assertThat(start()).isEqualTo("0.2.0");
        image.switchOff();
        assertThat(start()).isEqualTo(IMAGE);

        stick.round();
        assertThat(system.outcomes().results()).containsExactly("failed");
        assertThat(system.outcomes().recorded().getLast().reason()).contains("2 starts");
        assertThat(stick.version("agent")).isZero();
        assertThat(start()).isEqualTo(IMAGE);
        stick.round();
        assertThat(phase()).isEmpty();
    }

    @Test
    void oneThatFailsAfterAWhileIsLeftForTheOneThatWasVerified() throws Exception {
        upgrade("0.2.0", 1);
        system.feed().rollOut(release("0.3.0", 2));
        stick.round();
        assertThat(start()).isEqualTo("0.3.0");
        stick.round();
        assertThat(phase()).contains(Phase.ACTIVATED);
        assertThat(start()).isEqualTo("0.3.0");
        assertThat(start()).isEqualTo("0.2.0");

        stick.round();
        assertThat(system.outcomes().results()).containsExactly("verified", "failed");
        assertThat(stick.version("agent")).isEqualTo(1);
    }

    /** It could never be replaced from afar. */
    @Test
    void oneThatStaysUpAndNeverChecksInIsLeft() throws Exception {
        system.feed().rollOut(release("0.2.0", 1));
        stick.round();
        system.faults().offline(true);
        for (int n = 0; n < 2; n++) {
            assertThat(start()).isEqualTo("0.2.0");
            stayUp();
        }
        assertThat(start()).isEqualTo(IMAGE);
    }

    @Test
    void noOneHasToRestartTheComputerForThat() throws Exception {
        system.feed().rollOut(release("0.2.0", 1));
        stick.round();
        start();
        system.faults().offline(true);
        RunningAgent agent = stick.start();
        agent.round();
        assertThat(phase()).contains(Phase.ACTIVATED);
        stick.uptime().pass(Duration.ofHours(2));
        agent.round();
        assertThat(phase()).contains(Phase.RETURNING);

        assertThat(start()).isEqualTo(IMAGE);
        system.faults().offline(false);
        stick.round();
        assertThat(system.outcomes().recorded().getLast().reason()).contains("never been in touch");
    }

    @Test
    void aVerifiedOneStaysForAYearWithoutANetworkAndWithAnyClock() throws Exception {
        upgrade("0.2.0", 1);
        system.faults().offline(true);
        image.clock(() -> Instant.parse("2099-01-01T00:00:00Z"));
        for (int n = 0; n < 12; n++) {
            image.switchOff();
            assertThat(start()).isEqualTo("0.2.0");
            stayUp();
        }
    }

    @Test
    void aNewOneIsNotTakenFromMetadataThatHasExpired() throws Exception {
        system.feed().rollOut(release("0.2.0", 1));
        stick.round();
        image.clock(() -> Instant.parse("2099-01-01T00:00:00Z"));

        assertThat(start()).isEqualTo(IMAGE);
        stick.round();
        assertThat(system.outcomes().recorded().getLast().reason()).contains("expired");

        // Not again at once: it would start again for ever.
        byte[] wish = Files.readAllBytes(stick.directory().agentWish());
        stick.round();
        assertThat(stick.directory().agentWish()).hasBinaryContent(wish);
        assertThat(stick.trouble()).contains("tried again in an hour");
    }

    @Test
    void aProvenOneThatNoLongerStartsGoesAfterFiveStarts() throws Exception {
        upgrade("0.2.0", 1);
        for (int n = 0; n < 5; n++) {
            assertThat(start()).isEqualTo("0.2.0");
        }
        assertThat(start()).isEqualTo(IMAGE);
    }

    @Test
    void aProvenOneOutlivesMetadataThatAPowerCutTore() throws Exception {
        upgrade("0.2.0", 1);
        Path snapshot = stick.directory().trust().resolve("snapshot.json");
        Files.writeString(snapshot, "torn");
        Files.writeString(stick.directory().trust().resolve("timestamp.json"), "torn");

        assertThat(start()).isEqualTo("0.2.0");
    }

    @Test
    void anImageWhoseOwnAgentIsAsNewRunsIt() throws Exception {
        upgrade("0.2.0", 1);
        image.become("0.2.0");
        assertThat(start()).isEqualTo("0.2.0");
        assertThat(Files.exists(image.places().run().resolve("stick"))).isFalse();

        image.become("0.10.0");
        assertThat(start()).isEqualTo("0.10.0");
        image.become(IMAGE);
        assertThat(start()).isEqualTo("0.2.0");
    }

    @Test
    void whatIsHaltedLaterIsLeftForTheOneBefore() throws Exception {
        upgrade("0.2.0", 1);
        DeploymentEntry entry = upgrade("0.3.0", 2);

        system.feed().withdraw(entry, "bad");
        stick.round();
        assertThat(start()).isEqualTo("0.2.0");
        stick.round();
        assertThat(system.outcomes().results())
                .containsExactly("verified", "verified", "rolled_back");
        assertThat(stick.version("agent")).isEqualTo(1);
    }

    /** A taken-over agent can wish for anything, and put any file beside it. */
    @Test
    void whatTheFleetsKeysDoNotVouchForDoesNotRun() throws Exception {
        ReleaseDocument release = release("0.2.0", 1);
        system.feed().rollOut(release);
        stick.round();
        try (SimulatedMainSystem stranger = SimulatedMainSystem.start()) {
            SimulatedImage elsewhere =
                    new SimulatedImage(directory.resolve("elsewhere"), IMAGE)
                            .trusting(stranger.firstRoot());
            assertThat(elsewhere.start(stick.directory())).isEqualTo(IMAGE);
        }
        Path agent = stick.directory().agent(release.releaseId());
        for (String file : new String[] {"release.json", "component.json", "program"}) {
            byte[] content = Files.readAllBytes(agent.resolve(file));
            change(agent.resolve(file), 40);
            assertThat(start()).as(file).isEqualTo(IMAGE);
            Files.delete(agent.resolve(file));
            assertThat(start()).as(file).isEqualTo(IMAGE);
            Files.write(agent.resolve(file), content);
        }
        assertThat(start()).isEqualTo("0.2.0");
    }

    @Test
    void newKeysOfTheFleetAreFollowed() throws Exception {
        system.feed().replaceKeys(ReleaseRole.AGENT.roleName(), 2);
        system.feed().replaceKeys(RoleName.SNAPSHOT, 1);
        upgrade("0.2.0", 1);

        assertThat(system.outcomes().results()).containsExactly("verified");
    }

    @Test
    void newKeysDoNotTakeAProvenOneAway() throws Exception {
        upgrade("0.2.0", 1);
        system.feed().replaceKeys(RoleName.TIMESTAMP, 1);
        system.feed().replaceKeys(ReleaseRole.AGENT.roleName(), 1);
        stick.round();

        assertThat(start()).isEqualTo("0.2.0");
    }

    /** Also when what says so is hidden again: older metadata, or none. */
    @Test
    void whatIsNoLongerVouchedForDoesNotRunHoweverProvenItWas() throws Exception {
        ReleaseDocument release = release("0.2.0", 1);
        system.feed().rollOut(release);
        stick.round();
        start();
        stayUp();
        Path trust = stick.directory().trust();
        Path older = directory.resolve("older");
        Trees.copy(trust, older);
        system.feed().unlist(release);
        stick.round();
        assertThat(start()).isEqualTo(IMAGE);

        Trees.delete(trust);
        Trees.copy(older, trust);
        assertThat(start()).isEqualTo(IMAGE);
        Trees.delete(trust);
        assertThat(start()).isEqualTo(IMAGE);
    }

    @Test
    void anUnreadableWishIsNone() throws Exception {
        upgrade("0.2.0", 1);
        Files.writeString(stick.directory().agentWish(), "{}}");
        assertThat(start()).isEqualTo(IMAGE);
        Files.write(stick.directory().agentWish(), new byte[1 << 20]);
        assertThat(start()).isEqualTo(IMAGE);

        system.feed().rollOut(release("0.3.0", 2));
        stick.round();
        assertThat(start()).isEqualTo("0.3.0");
    }

    @Test
    void withoutAnImageThatChoosesNothingIsInstalled() throws Exception {
        TestStick elsewhere = stick("usb_002");
        system.feed().rollOut(release("0.2.0", 1));
        elsewhere.round();

        assertThat(system.outcomes().results()).containsExactly("failed");
        assertThat(elsewhere.directory().agentWish()).doesNotExist();
    }

    @Test
    void aVerbThatItsOwnerTypesProvesNothing() throws Exception {
        system.feed().rollOut(release("0.2.0", 1));
        stick.round();
        start();
        Files.delete(image.places().self());
        Files.createSymbolicLink(image.places().self(), image.places().image());
        stick.round();

        assertThat(phase()).contains(Phase.ACTIVATING);
        assertThat(system.outcomes().recorded()).isEmpty();
    }

    @Test
    @Timeout(60)
    void theAgentEndsByItselfToBeTheNewOne() throws Exception {
        system.feed().rollOut(release("0.2.0", 1));
        List<String> log = Collections.synchronizedList(new ArrayList<>());
        try (StickLock lock = StickLock.tryAcquire(stick.directory()).orElseThrow()) {
            AgentLoop.of(stick.local(), log::add).run(lock);
        }

        assertThat(log).contains("the agent starts again, to be another version");
        assertThat(start()).isEqualTo("0.2.0");
    }

    @Test
    void aStartCountsBeforeItHappens() throws Exception {
        system.feed().rollOut(release("0.2.0", 1));
        stick.round();
        int number = 0;
        boolean cut = true;
        while (cut) {
            number++;
            SimulatedImage victim = image("image-" + number);
            cut = isCut(victim, number);
            int starts = cut ? 0 : 1;
            for (int n = 0; n < 3; n++) {
                victim.switchOff();
                starts += victim.start(stick.directory()).equals("0.2.0") ? 1 : 0;
            }
            assertThat(starts).as("cut before operation " + number).isBetween(1, 2);
            assertThat(victim.start(stick.directory())).isEqualTo(IMAGE);
            Trees.delete(directory.resolve("image-" + number));
        }
        assertThat(number).isGreaterThan(8);
    }

    private boolean isCut(SimulatedImage victim, int number) throws IOException {
        try {
            victim.start(stick.directory(), cutBefore(number));
            return false;
        } catch (PowerCut _) {
            return true;
        }
    }

    private static StorageFaults cutBefore(int number) {
        int[] operations = {0};
        return StorageFaults.calling(operation -> {
            operations[0]++;
            if (operations[0] == number) {
                throw new PowerCut();
            }
        });
    }

    /** Of the agent and of what chooses it, each fifth. */
    @Test
    void aPowerCutAtAnyOperationIsOvercome() throws Exception {
        system.feed().rollOut(release("0.2.0", 1));
        int number = 1;
        while (isCut(number)) {
            number += 5;
        }
        assertThat(number).isGreaterThan(60);
    }

    /** Whether the story is so long that the power can be cut before this operation. */
    private boolean isCut(int number) throws IOException {
        SimulatedImage victim = image("image-" + number);
        TestStick carried = stick("usb_" + (100 + number)).choosing(victim.places());
        StorageFaults faults = cutBefore(number);
        boolean cut = false;
        try {
            victim.start(carried.directory(), faults);
            carried.start(faults).round();
            victim.start(carried.directory(), faults);
            carried.start(faults).round();
        } catch (PowerCut _) {
            cut = true;
        }
        for (int n = 0; n < 4; n++) {
            victim.switchOff();
            victim.start(carried.directory());
            stayUp(carried);
        }
        assertThat(carried.version("agent")).as("cut before operation " + number).isEqualTo(1);
        assertThat(carried.local().journal().of(AGENT)).isEmpty();
        Trees.delete(directory.resolve("image-" + number));
        Trees.delete(carried.root());
        return cut;
    }

    private static void change(Path file, int at) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[at] ^= 1;
        Files.write(file, content);
    }
}
