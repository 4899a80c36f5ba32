package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.simulator.Entries;
import org.metalayer.agent.simulator.SimulatedMainSystem;
import org.metalayer.agent.simulator.SimulatedTrust.Published;
import org.metalayer.protocol.Draw;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.DeploymentManifest;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.trust.Director;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.protocol.tuf.model.RoleName;

/** Whom a stick believes, and what it makes of what it reads. */
class FeedTest extends WithMainSystem {

    @Test
    void nothingNewIsNotFetchedAgain() throws Exception {
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        agent.round();
        int before = system.requests().size();
        agent.round();

        assertThat(system.requests().subList(before, system.requests().size()))
                .filteredOn(request -> request.contains("/feed/v1/"))
                .containsExactly("GET /feed/v1/metadata/timestamp.json");
        assertThat(stick.local().contact().orElseThrow().trouble()).isEmpty();
    }

    @Test
    void anOlderManifestIsRefused() throws Exception {
        Published older = system.feed().published();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        TestStick stick = stick();
        stick.round();
        system.feed().serve(older);
        stick.round();

        assertThat(trouble(stick)).contains("was trusted before");
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));

        Trees.delete(stick.directory().trust());
        stick.round();
        assertThat(trouble(stick)).contains("an old one is not followed");
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void aKeptManifestThatIsDamagedIsFetchedAgainAndStillNotGoneBackOn(Damage damage)
            throws Exception {
        Published older = system.feed().published();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        TestStick stick = stick();
        stick.round();
        Published newest = system.feed().published();

        damage.to(stick.directory().seenManifest());
        Trees.delete(stick.directory().trust());
        system.feed().serve(older);
        stick.round();
        assertThat(trouble(stick)).contains("an old one is not followed");

        system.feed().serve(newest);
        stick.round();
        assertThat(trouble(stick)).isEmpty();
        system.feed().rollOut(aRelease(system).version(2).file("a.txt", "two").build());
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "two"));
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void theMarkOfTheNewestManifestMayBeDamagedAsWellAsLongAsTheManifestIsWhole(Damage damage)
            throws Exception {
        Published older = system.feed().published();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        TestStick stick = stick();
        stick.round();

        damage.to(stick.directory().feedMark());
        Trees.delete(stick.directory().trust());
        system.feed().serve(older);
        stick.round();
        assertThat(trouble(stick)).contains("an old one is not followed");

        system.feed().rollOut(aRelease(system).version(2).file("a.txt", "two").build());
        stick.round();
        assertThat(trouble(stick)).isEmpty();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "two"));
    }

    @Test
    void whereNothingSaysAnyMoreWhatWasSeenTheOwnerIsToldAndNothingIsFollowed() throws Exception {
        TestStick stick = stick();
        stick.round();
        Damage.ONE_CHARACTER.to(stick.directory().seenManifest());
        Damage.ONE_CHARACTER.to(stick.directory().feedMark());
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        stick.round();

        assertThat(trouble(stick)).contains("feed-mark.json is damaged");
        assertThat(stick.files("player")).isEmpty();
        Files.delete(stick.directory().feedMark());
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    @ParameterizedTest
    @EnumSource(Damage.class)
    void aReleaseProvesItselfAlsoWithoutAManifest(Damage damage) throws Exception {
        TestStick stick = stick();
        system.feed()
                .rollOut(
                        aRelease(system).file("a.txt", "one").build(),
                        entry -> Entries.verifiedAfter(entry, Duration.ofMinutes(10)));
        stick.round();
        damage.to(stick.directory().seenManifest());
        system.faults().offline(true);
        stick.uptime().pass(Duration.ofMinutes(10));
        stick.round();

        assertThat(stick.local().journal().all()).isEmpty();
        assertThat(stick.version("player")).isEqualTo(1);
    }

    /** What worn flash does to a file. */
    enum Damage {
        ONE_CHARACTER,
        THE_REST_IS_ZEROS;

        void to(Path file) throws IOException {
            byte[] bytes = Files.readAllBytes(file);
            int middle = bytes.length / 2;
            if (this == ONE_CHARACTER) {
                bytes[middle] = (byte) (bytes[middle] == 'a' ? 'b' : 'a');
            } else {
                Arrays.fill(bytes, middle, bytes.length, (byte) 0);
            }
            Files.write(file, bytes);
        }
    }

    @Test
    void twoHistoriesWithOneNumberAreRefused() throws Exception {
        TestStick stick = stick();
        stick.round();
        ReleaseDocument release = aRelease(system).file("a.txt", "one").build();
        DeploymentEntry entry = Entries.toEveryone(release, system.feed().publish(release));
        stick.round();
        system.feed()
                .direct(
                        new DeploymentManifest(
                                system.feed().sequence(),
                                Instant.now(),
                                List.of(entry),
                                List.of()));
        stick.round();

        assertThat(trouble(stick)).contains("two different deployment manifests");
        assertThat(stick.files("player")).isEmpty();
    }

    /** Whose key signs what it must not sign. */
    enum Forger {
        STRANGER,
        ANOTHER_KEY_OF_THE_MAIN_SYSTEM;

        SigningKey key(SimulatedMainSystem system) {
            return this == STRANGER
                    ? SigningKey.generate(new SecureRandom())
                    : system.feed().keyOf(RoleName.TIMESTAMP);
        }
    }

    /** All else is right: it is the next one, and its release and files are there and signed. */
    @ParameterizedTest
    @EnumSource(Forger.class)
    void aManifestOfWhichOnlyTheSignatureIsWrongIsRefused(Forger forger) throws Exception {
        TestStick stick = stick();
        stick.round();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        system.feed().publishForged(Director.ROLE, forger.key(system));
        stick.round();
        assertThat(trouble(stick)).contains("metadata of director has 0 of the 1 signatures");
        assertThat(stick.files("player")).isEmpty();

        system.feed().publishForged(Director.ROLE);
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    /** All else is right: the director named exactly these bytes, and its files are there. */
    @ParameterizedTest
    @EnumSource(Forger.class)
    void aReleaseOfWhichOnlyTheSignatureIsWrongIsNotInstalled(Forger forger) throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        RoleName content = ReleaseRole.CONTENT.roleName();
        system.feed().publishForged(content, forger.key(system));
        stick.round();

        assertThat(stick.files("player")).isEmpty();
        assertThat(trouble(stick)).contains("metadata of content has 0 of the 1 signatures");
        assertThat(system.outcomes().recorded())
                .as("somebody on the line must not be able to halt a rollout")
                .isEmpty();

        system.feed().publishForged(content);
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    @Test
    void aReleaseThatTheDirectorDidNotNameIsNotInstalled() throws Exception {
        TestStick stick = stick();
        ReleaseDocument named = aRelease(system).file("a.txt", "one").build();
        system.feed().rollOut(named);
        byte[] other =
                new String(Json.write(named.write()), StandardCharsets.UTF_8)
                        .replace("\"description\"", " \"description\"")
                        .getBytes(StandardCharsets.UTF_8);
        system.feed().publish(named, other);
        stick.round();

        assertThat(stick.files("player")).isEmpty();
        assertThat(trouble(stick)).contains("content says something else of it");
    }

    @Test
    void anUnknownReleaseIsToldToTheOwnerAndTriedAgainLater() throws Exception {
        TestStick stick = stick();
        ReleaseDocument release = aRelease(system).file("a.txt", "one").build();
        system.feed().put(Entries.toEveryone(release, Json.write(release.write())));
        stick.round();
        assertThat(trouble(stick)).contains("nobody who may speaks of content/player/");

        system.feed().publish(release);
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
        assertThat(system.outcomes().results()).containsExactly("verified");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil", "/etc/passwd", "a/../../evil", "aux.txt", "a\\\\b"})
    void aReleaseWithAHostilePathIsNotInstalled(String path) throws Exception {
        TestStick stick = stick();
        ReleaseDocument honest = aRelease(system).file("harmless", "evil").build();
        String document =
                new String(Json.write(honest.write()), StandardCharsets.UTF_8)
                        .replace("\"harmless\"", "\"" + path + "\"");
        assertHostileIsRefused(stick, honest, document);
    }

    @Test
    void aReleaseWhosePathsDifferOnlyInCaseIsNotInstalled() throws Exception {
        TestStick stick = stick();
        ReleaseDocument honest =
                aRelease(system).file("readme.txt", "1").file("other.txt", "2").build();
        String document =
                new String(Json.write(honest.write()), StandardCharsets.UTF_8)
                        .replace("\"other.txt\"", "\"README.txt\"");
        assertHostileIsRefused(stick, honest, document);
    }

    @Test
    void theHighestReleaseOfTheOwnRingWins() throws Exception {
        TestStick stick = stick();
        stick.round();
        UUID stickId = system.sticks().idOf("usb_001");
        Draw mine = Draw.of(new byte[32], stickId);
        Draw below = new Draw("0000000000000000");
        system.feed().rollOut(aRelease(system).version(1).file("a.txt", "1").build());
        system.feed()
                .rollOut(
                        aRelease(system).version(2).file("a.txt", "2").build(),
                        entry -> Entries.upTo(entry, mine));
        system.feed()
                .rollOut(
                        aRelease(system).version(3).file("a.txt", "3").build(),
                        entry -> Entries.upTo(entry, below));
        stick.round();

        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "2"));
    }

    @Test
    void aLowerReleaseIsNeverInstalledOverAHigherOne() throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).version(5).file("a.txt", "5").build());
        stick.round();
        system.feed().rollOut(aRelease(system).version(4).file("a.txt", "4").build());
        stick.round();

        assertThat(stick.version("player")).isEqualTo(5);
    }

    private void assertHostileIsRefused(TestStick stick, ReleaseDocument honest, String document)
            throws Exception {
        byte[] payload = document.getBytes(StandardCharsets.UTF_8);
        system.feed().publish(honest, payload);
        system.feed().put(Entries.toEveryone(honest, payload));
        stick.round();

        assertThat(stick.files("player")).isEmpty();
        assertThat(directory.resolve("evil")).doesNotExist();
        assertThat(system.outcomes().results()).containsExactly("failed");
        stick.round();
        assertThat(system.requests())
                .as("it is not fetched for ever")
                .filteredOn(request -> request.contains("/feed/v1/targets/content/"))
                .hasSize(1);
    }

    private static String trouble(TestStick stick) throws Exception {
        return stick.local().contact().flatMap(Contact::trouble).orElse("");
    }
}
