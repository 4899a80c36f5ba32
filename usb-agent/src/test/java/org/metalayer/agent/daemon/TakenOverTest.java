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
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.simulator.Entries;
import org.metalayer.agent.simulator.ReleaseBuilder;
import org.metalayer.agent.simulator.SimulatedTrust.Published;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.protocol.trust.ReleaseRole;

/**
 * Somebody has the Main System with all its keys, or the line to it: what can be made of a stick
 * then (docs/threat-model.md).
 */
class TakenOverTest extends WithMainSystem {

    @Test
    void theDirectorAloneIntroducesNoRelease() throws Exception {
        ReleaseDocument evil = aRelease(system).file("a.txt", "evil").build();
        system.feed()
                .put(Entries.toEveryone(evil, "never signed".getBytes(StandardCharsets.UTF_8)));
        TestStick stick = stick();
        stick.round();

        assertThat(stick.files("player")).isEmpty();
        assertThat(trouble(stick)).contains("nobody who may speaks of");
    }

    @Test
    void codeThatNoPersonSignedIsNotInstalled() throws Exception {
        ReleaseDocument evil = code().build();
        system.feed().rollOut(evil);
        ReleaseRole code = ReleaseRole.CODE;
        system.feed().publishForged(code.roleName(), system.feed().keyOf(code.roleName()));
        TestStick stick = stick();
        stick.round();

        assertThat(stick.files("player")).isEmpty();
        assertThat(trouble(stick)).contains("metadata of code has 1 of the 2 signatures");

        system.feed().publishForged(code.roleName());
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("run", "evil"));
    }

    @Test
    void codeIsNotInstalledAsContent() throws Exception {
        ReleaseDocument evil = code().build();
        byte[] document = system.feed().publish(evil);
        system.feed().publish(ReleaseRole.CONTENT, evil, document);
        system.feed()
                .put(
                        Entries.at(
                                Entries.toEveryone(evil, document),
                                ReleaseRole.CONTENT.targetPath(
                                        evil.component(), evil.releaseId())));
        TestStick stick = stick();
        stick.round();

        assertThat(stick.files("player")).isEmpty();
        assertThat(trouble(stick)).contains("needs the signatures of code");
    }

    @Test
    void aRoleThatAMachineSignsNamesNoSignersOfItsOwn() throws Exception {
        SigningKey thief = SigningKey.generate(new SecureRandom());
        for (ReleaseDocument evil :
                List.of(
                        code().build(),
                        aRelease(system).component("agent").file("a", "b").build())) {
            byte[] document = Json.write(evil.write());
            system.feed().smuggle(ReleaseRole.CONTENT, evil, document, thief);
            TestStick stick = stick();
            stick.round();

            assertThat(stick.files("player")).isEmpty();
            assertThat(stick.files("agent")).isEmpty();
            assertThat(trouble(stick)).contains("what it holds needs the signatures of");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 429, 503})
    void whoHoldsBackTheTimeHoldsUpNeitherUpgradesNorExpiry(int status) throws Exception {
        system.faults().intercept("/api/v1/stick/time", status);
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        TestStick stick = stick();
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    @Test
    void whatExpiredIsNotInstalledThoughNothingElseIsLetThrough() throws Exception {
        AtomicReference<Instant> shown = new AtomicReference<>(Instant.now());
        TestStick stick = stick().clock(shown::get);
        RunningAgent agent = stick.start();
        system.faults().cutAnswers("/feed/v1/blobs/", 0, 1000);
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        agent.round();
        system.timePasses(Duration.ofDays(2));
        stick.uptime().pass(Duration.ofDays(2));
        shown.updateAndGet(now -> now.plus(Duration.ofDays(2)));
        system.faults().clear();
        system.faults().intercept("/api/v1/stick/time", 503);
        system.faults().intercept("/feed/v1/metadata/", 503);
        agent.round();

        assertThat(stick.files("player")).isEmpty();
    }

    @Test
    void aTagThatWasChangedOnTheWayFreezesNothing() throws Exception {
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        system.feed().tagEverything("*");
        agent.round();
        system.feed().tagEverything("");
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        agent.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    @Test
    void aFrozenRepositoryIsFollowedForADayAtMost() throws Exception {
        TestStick stick = stick();
        stick.round();
        Published frozen = system.feed().published();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        system.feed().serve(frozen);
        system.timePasses(Duration.ofHours(23));
        stick.round();
        assertThat(trouble(stick)).isEmpty();

        system.timePasses(Duration.ofHours(2));
        stick.round();
        assertThat(trouble(stick)).contains("the repository is frozen");
    }

    @Test
    void aManifestThatWasSpoiltOnTheWayIsFetchedAgain() throws Exception {
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        agent.round();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        Published right = system.feed().published();
        Map<String, byte[]> spoilt = new HashMap<>(right.targets());
        spoilt.replaceAll((name, bytes) -> "{}".getBytes(StandardCharsets.UTF_8));
        system.feed().serve(new Published(right.metadata(), spoilt));
        agent.round();
        assertThat(trouble(stick)).contains("is not what is signed");

        system.feed().serve(right);
        agent.round();
        assertThat(trouble(stick)).isEmpty();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    @Test
    void anAgentThatRunsOnNoticesToo() throws Exception {
        TestStick stick = stick();
        RunningAgent agent = stick.start();
        agent.round();
        system.timePasses(Duration.ofHours(25));
        stick.uptime().pass(Duration.ofHours(25));
        agent.round();
        assertThat(trouble(stick)).contains("the repository is frozen");

        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        agent.round();
        assertThat(trouble(stick)).isEmpty();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    @ParameterizedTest
    @ValueSource(longs = {-3650, 3650})
    void theClockOfAForeignComputerDoesNotMatter(long daysOff) throws Exception {
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        Instant shown = Instant.now().plus(Duration.ofDays(daysOff));
        TestStick stick = stick().clock(InstantSource.fixed(shown));
        stick.round();

        assertThat(trouble(stick)).isEmpty();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
    }

    static Stream<List<String>> lost() {
        return Stream.of(
                List.of("root.json"),
                List.of("root.pin"),
                List.of("timestamp.json"),
                List.of("snapshot.json"),
                List.of("targets.json"),
                List.of("director.json"),
                List.of("content.json"),
                List.of("root.json", "root.pin", "timestamp.json"));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void whatIsLostIsFetchedAndVerifiedAgainAndNothingIsInstalledWithoutIt(List<String> files)
            throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(aRelease(system).file("a.txt", "one").build());
        stick.round();
        for (String file : files) {
            lose(stick.directory().trust().resolve(file));
        }
        system.feed().rollOut(aRelease(system).version(2).file("a.txt", "two").build());
        Published right = system.feed().published();
        system.feed().serve(new Published(Map.of(), right.targets()));
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "one"));
        assertThat(trouble(stick)).isNotEmpty();

        system.feed().serve(right);
        stick.round();
        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "two"));
    }

    @Test
    void whatWasFetchedYesterdayIsNotInstalledWhenItsSignaturesAreRevoked() throws Exception {
        TestStick stick = stick();
        system.feed().rollOut(code().build());
        system.faults().cutAnswers("/feed/v1/blobs/", 0, 50);
        stick.round();
        assertThat(stick.files("player")).isEmpty();

        ReleaseRole code = ReleaseRole.CODE;
        system.faults().clear();
        system.feed().publishForged(code.roleName(), system.feed().keyOf(code.roleName()));
        stick.round();
        assertThat(stick.files("player")).isEmpty();
        assertThat(trouble(stick)).contains("1 of the 2 signatures");
    }

    private ReleaseBuilder code() {
        return aRelease(system).executable("run", "evil");
    }

    private static void lose(Path file) throws IOException {
        Files.delete(file);
    }

    private static String trouble(TestStick stick) throws Exception {
        return stick.local().contact().flatMap(Contact::trouble).orElse("");
    }
}
