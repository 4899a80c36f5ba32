package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.install.Attempt;
import org.metalayer.agent.install.Installation;
import org.metalayer.agent.install.OwnerRequest;
import org.metalayer.agent.install.Phase;
import org.metalayer.agent.install.Resolution;
import org.metalayer.agent.simulator.Entries;
import org.metalayer.agent.simulator.ReleaseBuilder;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Strategy;

/** A request of the owner's stands until it was done itself, whatever else ends meanwhile. */
class OwnerRequestTest extends WithMainSystem {

    private static final ComponentName PLAYER = new ComponentName("player");
    private static final Duration PROOF = Duration.ofMinutes(1);

    private ReleaseBuilder version(int version) {
        return aRelease(system).version(version).file("a.txt", "a" + version);
    }

    /** What the owner does. */
    @FunctionalInterface
    private interface Wish {
        OwnerRequest make() throws IOException;
    }

    private TestStick stickThatIsProvingTheSecond() throws IOException {
        TestStick stick = stick();
        system.feed().rollOut(version(1).build());
        stick.round();
        system.feed().rollOut(version(2).build(), entry -> Entries.verifiedAfter(entry, PROOF));
        stick.round();
        assertThat(phase(stick)).contains(Phase.ACTIVATED);
        return stick;
    }

    @Test
    void anOptionalReleaseAskedForWhileAnotherProvesItselfIsInstalledAfterIt() throws Exception {
        TestStick stick = stickThatIsProvingTheSecond();
        system.feed().rollOut(version(3).build(), entry -> Entries.by(entry, Strategy.OPTIONAL));
        OwnerRequest request = stick.asksToInstall("player", Resolution.ASK);
        RunningAgent agent = stick.start();
        agent.round();
        stick.uptime().pass(PROOF);

        assertThat(agent.round()).as("the owner is not kept waiting").isZero();
        assertThat(stick.version("player")).isEqualTo(2);
        assertThat(stick.local().requests().all()).containsExactly(request);
        agent.round();
        assertThat(stick.version("player")).isEqualTo(3);
        assertThat(stick.local().requests().all()).isEmpty();
        assertThat(servedBy(stick, request)).contains(3L);
    }

    @Test
    void aChoiceMadeDuringADownloadOutlivesTheConflictInWhichThatEnds() throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(version(1).file("b.txt", "b1").build());
        stick.round();
        stick.write("player", "a.txt", "mine");
        system.feed().rollOut(version(2).file("b.txt", "b2").build());
        OwnerRequest request =
                during(
                        Phase.DOWNLOADING,
                        stick,
                        () -> stick.asksToInstall("player", Resolution.KEEP_MINE));

        assertThat(system.outcomes().results()).containsExactly("verified", "conflict");
        assertThat(stick.local().requests().all()).containsExactly(request);
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "mine", "b.txt", "b2"));
        assertThat(stick.local().requests().all()).isEmpty();
        assertThat(servedBy(stick, request)).contains(2L);
    }

    @Test
    void askingForWhatIsAlreadyProvingItselfIsAnsweredByItsEnd() throws Exception {
        TestStick stick = stickThatIsProvingTheSecond();
        OwnerRequest request = stick.asksToInstall("player", Resolution.ASK);
        stick.round();
        stick.uptime().pass(PROOF);
        stick.round();

        assertThat(stick.local().requests().all()).isEmpty();
        assertThat(servedBy(stick, request)).contains(2L);
    }

    @Test
    void aReleaseThatIsBeingLeftAnywayIsLeftOnlyOnce() throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(version(1).build());
        stick.round();
        String wants = "{\"health\":[{\"kind\":\"file\",\"path\":\"nothing\"}]}";
        system.feed().rollOut(version(2).file("component.json", wants).build());
        OwnerRequest request =
                during(Phase.SWITCHING_BACK, stick, () -> stick.asksToRollBack("player"));
        stick.round();

        assertThat(stick.version("player")).isEqualTo(1);
        assertThat(stick.local().requests().all()).isEmpty();
        assertThat(servedBy(stick, request)).isEmpty();
    }

    @Test
    void aReleaseThatIsBeingLeftDoesNotAnswerARequestForIt() throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(version(1).build());
        stick.round();
        String wants = "{\"health\":[{\"kind\":\"file\",\"path\":\"mine.txt\"}]}";
        system.feed().rollOut(version(2).file("component.json", wants).build());
        stick.start(failingToSwitchBack(stick)).round();
        stick.write("player", "mine.txt", "now it is here");
        OwnerRequest request = stick.asksToInstall("player", Resolution.ASK);
        stick.round();

        assertThat(stick.version("player")).as("it was left").isEqualTo(1);
        assertThat(stick.local().requests().all()).containsExactly(request);
        stick.round();
        assertThat(stick.version("player")).isEqualTo(2);
        assertThat(servedBy(stick, request)).contains(2L);
    }

    @Test
    void aWithdrawnReleaseThatIsBeingLeftAnswersNoRequest() throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(version(1).build());
        stick.round();
        var bad = system.feed().rollOut(version(2).build());
        stick.round();
        system.feed().withdraw(bad, "bad");
        stick.start(failingToSwitchBack(stick)).round();
        OwnerRequest request = stick.asksToInstall("player", Resolution.ASK);
        stick.round();
        stick.round();

        assertThat(stick.version("player")).isEqualTo(1);
        assertThat(stick.local().requests().all()).isEmpty();
        assertThat(servedBy(stick, request)).as("nothing was done for it").isEmpty();
    }

    private static StorageFaults failingToSwitchBack(TestStick stick) {
        return StorageFaults.calling(operation -> {
            if (operation.equals("exchange")
                    && phase(stick).equals(Optional.of(Phase.SWITCHING_BACK))) {
                throw new IOException("not now");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"component\":\"notes\",\"verb\":\"install\"}",
                "{\"id\":\"00000000-0000-4000-8000-000000000000\",\"component\":\"notes\","
                        + "\"verb\":\"install\",\"resolution\":\"PERHAPS\"}"
            })
    void aRequestThatCannotBeReadIsSetAsideAndStopsNothing(String content) throws Exception {
        TestStick stick = stick();
        Path request = stick.directory().requests().resolve("notes.json");
        Files.createDirectories(stick.directory().requests());
        Files.writeString(request, content);
        system.feed().rollOut(version(1).build());
        stick.round();

        assertThat(stick.version("player")).isEqualTo(1);
        assertThat(request).doesNotExist();
        assertThat(stick.directory().damagedRequests().resolve("notes.json")).hasContent(content);
        assertThat(stick.log()).anyMatch(line -> line.contains("request could not be read"));
    }

    @Test
    void aRequestTakesThePlaceOfTheOneBefore() throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(version(1).build(), entry -> Entries.by(entry, Strategy.OPTIONAL));
        OwnerRequest install = stick.asksToInstall("player", Resolution.ASK);
        OwnerRequest decline = stick.declines("player");
        stick.round();

        assertThat(stick.version("player")).isZero();
        assertThat(servedBy(stick, install)).isEmpty();
        assertThat(servedBy(stick, decline)).contains(1L);
    }

    /** One round, in which the owner asks for something while the player is in a phase. */
    private static OwnerRequest during(Phase phase, TestStick stick, Wish wish) throws IOException {
        AtomicReference<Optional<OwnerRequest>> made = new AtomicReference<>(Optional.empty());
        StorageFaults faults =
                StorageFaults.calling(operation -> {
                    if (made.get().isEmpty() && phase(stick).equals(Optional.of(phase))) {
                        made.set(Optional.of(wish.make()));
                    }
                });
        stick.start(faults).round();
        return made.get().orElseThrow();
    }

    private static Optional<Phase> phase(TestStick stick) throws IOException {
        return stick.local().journal().of(PLAYER).map(Installation::phase);
    }

    /** The version that was concluded for a request. */
    private static Optional<Long> servedBy(TestStick stick, OwnerRequest request)
            throws IOException {
        return stick.local().attempts().of(request).map(Attempt::release).map(it -> it.version());
    }
}
