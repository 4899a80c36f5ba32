package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.simulator.Entries;
import org.metalayer.agent.simulator.SimulatedTrust.Published;
import org.metalayer.protocol.Draw;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.DeploymentManifest;
import org.metalayer.protocol.trust.Director;
import org.metalayer.protocol.tuf.model.RoleName;

/** What a thief of a machine's key can do to a stick, and that it ends with the key. */
class RecoveryTest extends WithMainSystem {

    private static final Duration TEN_YEARS = Duration.ofDays(3653);

    @Test
    void noSignatureMakesTimeGoBack() throws Exception {
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        agent.round();
        system.timePasses(Duration.ofHours(25));
        stick.uptime().pass(Duration.ofHours(25));
        agent.round();
        assertThat(trouble(stick)).contains("the repository is frozen");

        system.timePasses(Duration.ofHours(-20));
        stick.uptime().pass(Duration.ofMinutes(2));
        agent.round();
        assertThat(trouble(stick)).as("the same agent").contains("the repository is frozen");
        stick.round();
        assertThat(trouble(stick)).as("the next one").contains("the repository is frozen");
    }

    @Test
    void aTimeThatAThiefSetAheadGoesWithTheThiefsKey() throws Exception {
        TestStick stick = stick();
        stick.round();
        system.timePasses(TEN_YEARS);
        stick.round();
        system.timePasses(TEN_YEARS.negated());
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        stick.round();
        assertThat(trouble(stick)).contains("expired");
        assertThat(stick.files("player")).isEmpty();

        system.feed().replaceKeys(RoleName.TIMESTAMP, 1);
        stick.round();
        assertThat(trouble(stick)).isEmpty();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    @Test
    void asManyKeysSayWhatTimeItIsAsTheRootWants() throws Exception {
        SigningKey one = system.feed().keyOf(RoleName.TIMESTAMP);
        system.feed().addKey(RoleName.TIMESTAMP);
        system.feed().timekeepers(one);
        TestStick stick = stick().clock(InstantSource.fixed(Instant.now().plus(TEN_YEARS)));
        stick.round();
        assertThat(trouble(stick)).contains("expired");

        system.feed().timekeepers();
        stick.round();
        assertThat(trouble(stick)).isEmpty();
    }

    @Test
    void aSequenceThatAThiefCountedToTheEndGoesWithTheThiefsKey() throws Exception {
        TestStick stick = stick();
        stick.round();
        system.feed()
                .direct(
                        new DeploymentManifest(
                                Long.MAX_VALUE, Instant.now(), List.of(), List.of()));
        stick.round();
        assertThat(trouble(stick)).isEmpty();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        stick.round();
        assertThat(trouble(stick)).contains("an old one is not followed");
        system.feed().addKey(Director.ROLE);
        stick.round();
        assertThat(trouble(stick)).as("a key more").contains("an old one is not followed");

        system.feed().replaceKeys(Director.ROLE, 1);
        Published older = system.feed().published();
        stick.round();
        assertThat(trouble(stick)).isEmpty();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));

        system.feed().rollOut(aRelease(system).version(2).file("a.txt", "two").build());
        stick.round();
        Trees.delete(stick.directory().trust());
        system.feed().serve(older);
        stick.round();
        assertThat(trouble(stick)).as("counted anew").contains("an old one is not followed");
    }

    @Test
    void whatWasInForceBeforeDoesNotBringBackTheRevokedKeys() throws Exception {
        TestStick stick = stick();
        stick.round();
        Published before = system.feed().published();
        system.feed().replaceKeys(Director.ROLE, 1);
        stick.round();
        Trees.delete(stick.directory().trust());
        system.feed().serve(before);
        stick.round();
        assertThat(trouble(stick)).contains("an old one is not followed");
    }

    @Test
    void aFloorThatTheDirectorForgetsStandsUntilItsKeysAreReplaced() throws Exception {
        TestStick stick = stick();
        DeploymentEntry third = rollOutToNobody(3, 3);
        stick.round();
        system.feed().put(Entries.withFloor(third, 1));
        system.feed().rollOut(aRelease(system).version(2).file("a.txt", "two").build());
        stick.round();
        assertThat(trouble(stick)).isEmpty();
        assertThat(stick.files("player")).isEmpty();

        system.feed().replaceKeys(Director.ROLE, 1);
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "two"));
    }

    @Test
    void aFloorOfSticksOfAnotherKindIsNoneHere() throws Exception {
        TestStick stick = stick();
        system.feed()
                .rollOut(
                        aRelease(system).version(3).file("a.txt", "three").build(),
                        entry -> Entries.forOthers(Entries.withFloor(entry, 3)));
        stick.round();
        system.feed().rollOut(aRelease(system).version(2).file("a.txt", "two").build());
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "two"));
    }

    @Test
    void aFloorGoesWithTheReleaseThatItStandsFor() throws Exception {
        TestStick stick = stick();
        DeploymentEntry third = rollOutToNobody(3, 3);
        stick.round();
        system.feed().withdraw(third, "bad");
        system.feed().rollOut(aRelease(system).version(2).file("a.txt", "two").build());
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "two"));
    }

    @Test
    void nothingBeginsBeforeItsTime() throws Exception {
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        system.feed()
                .rollOut(
                        aRelease(system).file("a.txt", "one").build(),
                        entry -> Entries.notBefore(entry, Instant.now().plus(Duration.ofHours(1))));
        agent.round();
        assertThat(trouble(stick)).isEmpty();
        assertThat(stick.files("player")).isEmpty();

        stick.uptime().pass(Duration.ofHours(2));
        agent.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    @Test
    void whatBeganByTheDirectorsClockHasBegun() throws Exception {
        system.faults().intercept("/api/v1/stick/time", 503);
        TestStick stick = stick().clock(InstantSource.fixed(Instant.now().minus(TEN_YEARS)));
        system.feed()
                .rollOut(
                        aRelease(system).file("a.txt", "one").build(),
                        entry ->
                                Entries.notBefore(entry, Instant.now().minus(Duration.ofHours(1))));
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    @Test
    void aLostRootComesBackNoOlderThanItWas() throws Exception {
        TestStick stick = stick();
        Published first = system.feed().published();
        system.feed().replaceKeys(RoleName.TIMESTAMP, 1);
        stick.round();
        for (String file : List.of("root.json", "root.pin")) {
            Files.delete(stick.directory().trust().resolve(file));
        }
        Files.delete(stick.directory().feedMark());
        Files.delete(stick.directory().seenManifest());
        system.feed().serve(first);
        stick.round();
        assertThat(trouble(stick)).contains("version 1 of root, but 2 was trusted before");
    }

    private DeploymentEntry rollOutToNobody(long version, long floor) {
        return system.feed()
                .rollOut(
                        aRelease(system).version(version).file("a.txt", "v" + version).build(),
                        entry ->
                                Entries.withFloor(
                                        Entries.upTo(entry, new Draw("0000000000000000")), floor));
    }

    private static String trouble(TestStick stick) throws Exception {
        return stick.local().contact().flatMap(Contact::trouble).orElse("");
    }
}
