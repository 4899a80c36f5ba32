package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.install.Phase;
import org.metalayer.agent.program.SimulatedImage;
import org.metalayer.agent.simulator.SimulatedMainSystem;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.tuf.model.RoleName;

/** What the agent wishes is found out anew, whatever it put there and whenever the power goes. */
class AgentChoiceTest extends WithAnImage {

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
    void aProvenOneOutlivesMetadataThatAPowerCutTore() throws Exception {
        upgrade("0.2.0", 1);
        Path snapshot = stick.directory().trust().resolve("snapshot.json");
        Files.writeString(snapshot, "torn");
        Files.writeString(stick.directory().trust().resolve("timestamp.json"), "torn");

        assertThat(start()).isEqualTo("0.2.0");
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
        PowerCut cut = new PowerCut(number);
        try {
            victim.start(stick.directory(), cut.faults());
        } catch (PowerCut.Ended _) {
            assertThat(cut.happened()).isTrue();
        }
        return cut.happened();
    }

    /** Of the agent and of what chooses it. */
    @Test
    void aPowerCutAtAnyOperationIsOvercome() throws Exception {
        system.feed().rollOut(release("0.2.0", 1));
        int number = 1;
        while (isCut(number)) {
            number += PowerCut.STRIDE;
        }
        assertThat(number).isGreaterThan(60);
    }

    /** Whether the story is so long that the power can be cut before this operation. */
    private boolean isCut(int number) throws IOException {
        SimulatedImage victim = image("image-" + number);
        TestStick carried = stick("usb_" + (100 + number)).choosing(victim.places());
        PowerCut cut = new PowerCut(number);
        try {
            victim.start(carried.directory(), cut.faults());
            carried.start(cut.faults()).round();
            victim.start(carried.directory(), cut.faults());
            carried.start(cut.faults()).round();
        } catch (PowerCut.Ended _) {
            assertThat(cut.happened()).isTrue();
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
        return cut.happened();
    }

    private static void change(Path file, int at) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[at] ^= 1;
        Files.write(file, content);
    }
}
