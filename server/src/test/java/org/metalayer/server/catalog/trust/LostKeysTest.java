package org.metalayer.server.catalog.trust;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.keyfile.KeyFile;
import org.metalayer.protocol.keyfile.KeyFiles;
import org.metalayer.protocol.trust.Director;
import org.metalayer.protocol.tuf.client.HttpFetcher;
import org.metalayer.protocol.tuf.client.MetadataStore;
import org.metalayer.protocol.tuf.client.Pace;
import org.metalayer.protocol.tuf.client.RootPin;
import org.metalayer.protocol.tuf.client.TrustedTargets;
import org.metalayer.protocol.tuf.client.Updater;
import org.metalayer.protocol.tuf.model.TufKey;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.StartupException;
import org.metalayer.server.rollout.Manifests;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;

/**
 * A Main System that lost a key serves what is signed, signs nothing with another key, says at once
 * what to do, and can be brought another one, also after a restart.
 */
@QuarkusTest
class LostKeysTest {

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Trust trust;
    @Inject OnlineKeys online;
    @Inject TrustStore store;
    @Inject Catalog catalog;
    @Inject Manifests manifests;
    @Inject InstantSource clock;

    @TestHTTPResource("/feed/v1/metadata/")
    URI metadata;

    @TempDir Path kept;
    @TempDir Path stick;

    private List<Path> before = List.of();

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        manifests.refresh();
        before = keys();
    }

    @AfterEach
    void putBack() throws IOException {
        for (Path stranger : keys()) {
            if (!before.contains(stranger)) {
                Files.delete(stranger);
            }
        }
        try (Stream<Path> copies = Files.list(kept)) {
            for (Path copy : copies.toList()) {
                Files.move(copy, key(copy), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        manifests.refresh();
        assertThat(manifests.trouble()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"director", "robot", "snapshot", "timestamp"})
    void whileItRunsWhatIsSignedStaysAndTheOperatorIsToldWhichKeyIsMissing(String name)
            throws IOException {
        lose(name);
        assertThat(trust.keyTroubles())
                .singleElement()
                .asString()
                .startsWith(role(name) + " needs 1 of its keys");
        byte[] served = given().get("/feed/v1/metadata/timestamp.json").asByteArray();
        story.decide(fleet.enrolOnline(1).getFirst(), Proposal.of(UpgradeType.BUGFIX));

        manifests.refresh();

        assertThat(manifests.trouble())
                .hasValueSatisfying(trouble ->
                        assertThat(trouble)
                                .contains(role(name), online.directory().toString())
                                .contains("put them there first"));
        assertThat(keys()).hasSize(before.size() - 1);
        given().get("/feed/v1/metadata/timestamp.json").then().statusCode(200);
        assertThat(trust.served().timestamp()).isEqualTo(served);
    }

    @Test
    void itStartsWithoutTheKeyOfContentAndSaysSo() throws IOException {
        lose("robot");

        trust.begin(new StartupEvent());

        assertThat(trust.keyTroubles())
                .singleElement()
                .asString()
                .startsWith("content needs 1 of its keys")
                .contains(online.directory().toString())
                .endsWith("until then nothing new is listed by content, code, agent, os");
        assertThat(keys()).hasSize(before.size() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"director", "snapshot", "timestamp"})
    void itStartsPublishesNothingAndIsBroughtAnotherKeyThatSticksAccept(String name)
            throws IOException {
        asAStick();
        SigningKey old = read(online.directory().resolve(name + ".key"));
        lose(name);

        trust.begin(new StartupEvent());

        assertThat(trust.keyTroubles())
                .singleElement()
                .asString()
                .startsWith(role(name) + " needs 1 of its keys")
                .endsWith("until then nothing is published, no halt either");
        Proposal waiting = Proposal.of(UpgradeType.BUGFIX);
        story.decide(fleet.enrolOnline(1).getFirst(), waiting);
        String release = catalog.find(story.release(waiting)).orElseThrow().targetPath();
        manifests.refresh();
        assertThat(manifests.trouble()).isPresent();
        assertThat(asAStick().find(release)).isEmpty();

        Path place = online.directory().resolve("brought.key");
        KeyFiles.write(place, KeyFile.create("brought", new SecureRandom()));
        bring(read(place), role(name));
        manifests.refresh();

        assertThat(manifests.trouble()).isEmpty();
        assertThat(trust.keyTroubles()).isEmpty();
        assertThat(asAStick().find(release)).isPresent();
        assertThat(asAStick().find(Director.MANIFEST)).isPresent();

        // For the tests after this one, which hold the first key.
        Files.move(kept.resolve(name + ".key"), online.directory().resolve(name + ".key"));
        bring(old, role(name));
    }

    /** Neither could be published without the other. */
    @Test
    void twoOfThemAreReplacedTogether() throws IOException {
        asAStick();
        SigningKey director = read(online.directory().resolve("director.key"));
        SigningKey snapshot = read(online.directory().resolve("snapshot.key"));
        lose("director");
        lose("snapshot");
        trust.begin(new StartupEvent());
        assertThat(trust.keyTroubles())
                .hasSize(2)
                .allSatisfy(trouble -> assertThat(trouble).contains("one change file"));

        Path first = online.directory().resolve("brought-1.key");
        Path second = online.directory().resolve("brought-2.key");
        KeyFiles.write(first, KeyFile.create("brought-1", new SecureRandom()));
        KeyFiles.write(second, KeyFile.create("brought-2", new SecureRandom()));
        TrustDocument targets = rotation(read(first), "director");
        TrustDocument root = rotation(read(second), "snapshot");
        for (TrustDocument alone : List.of(targets, root)) {
            assertThatThrownBy(() -> trust.publish(List.of(alone)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("one change file");
        }
        trust.publish(List.of(root, targets));

        assertThat(trust.keyTroubles()).isEmpty();
        manifests.refresh();
        assertThat(manifests.trouble()).isEmpty();
        assertThat(asAStick().find(Director.MANIFEST)).isPresent();

        // For the tests after this one, which hold the first keys.
        for (String name : List.of("director", "snapshot")) {
            Files.move(kept.resolve(name + ".key"), online.directory().resolve(name + ".key"));
        }
        trust.publish(List.of(rotation(snapshot, "snapshot"), rotation(director, "director")));
    }

    @Test
    void withNoneOfThemItDoesNotStartAndMakesNoNewOne() throws IOException {
        for (Path each : before) {
            Files.move(each, kept.resolve(each.getFileName()));
        }
        Path torn = Files.writeString(online.directory().resolve("torn.key"), "torn");
        Path strange = online.directory().resolve("strange.key");
        KeyFiles.write(strange, KeyFile.create("strange", new SecureRandom()));

        assertThatThrownBy(() -> trust.begin(new StartupEvent()))
                .isInstanceOf(StartupException.class)
                .hasMessageStartingWith(online.directory() + " has no key that sticks trust")
                .hasMessageContaining("put back your copy of them")
                .hasMessageContaining("another Main System's")
                .hasMessageContaining(torn.toString());
        assertThat(keys()).containsExactly(strange, torn);
    }

    @Test
    void aStrangersKeyInItsPlaceIsNoneAndADamagedOneIsNamed() throws IOException {
        lose("director");
        Path place = online.directory().resolve("director.key");
        KeyFiles.write(place, KeyFile.create("director", new SecureRandom()));
        assertThat(trust.keyTroubles())
                .singleElement()
                .asString()
                .startsWith("director needs 1 of its keys");

        Files.writeString(place, "torn");
        assertThat(trust.keyTroubles())
                .hasSize(2)
                .first()
                .asString()
                .contains(place.toString())
                .endsWith("put back your copy of it");
    }

    /** As where its rights were taken away while it runs; which binds for every account. */
    @Test
    void aDirectoryThatCannotBeListedIsOneMoreLineOfTheOverview() throws IOException {
        Path aside = online.directory().resolveSibling("aside");
        Files.move(online.directory(), aside);
        try {
            Files.writeString(online.directory(), "not a directory");

            TestOperator.request()
                    .get("/api/v1/overview")
                    .then()
                    .statusCode(200)
                    .body(
                            "attention.findAll { it.kind == 'online-key-unusable' }.detail",
                            hasItem(startsWith("cannot look for keys in " + online.directory())));
        } finally {
            Files.delete(online.directory());
            Files.move(aside, online.directory());
        }
    }

    @Test
    void withoutAnyKeyTheFeedIsServedAndTheTimeIsNotSaidUnsigned() throws IOException {
        story.decide(fleet.enrolOnline(1).getFirst(), Proposal.of(UpgradeType.BUGFIX));
        manifests.refresh(); // so that nobody has asked for the time since
        for (Path each : before) {
            Files.move(each, kept.resolve(each.getFileName()));
        }

        given().get("/feed/v1/metadata/timestamp.json").then().statusCode(200);
        given().contentType("application/json")
                .body("{\"nonce\":\"0123456789abcdef0123456789abcdef\"}")
                .post("/api/v1/stick/time")
                .then()
                .statusCode(503)
                .body("type", is("urn:metalayer:problem:key-missing"))
                .body("detail", containsString("put it back"));
    }

    /** What a stick accepts that has seen what the one before has. */
    private TrustedTargets asAStick() throws IOException {
        return new Updater(
                        RootPin.ofDigest(trust.sha256()),
                        new MetadataStore(stick),
                        new HttpFetcher(metadata, Pace.DEFAULT))
                .refresh(clock.instant());
    }

    private void bring(SigningKey key, String role) {
        trust.publish(List.of(rotation(key, role)));
    }

    private TrustDocument rotation(SigningKey key, String role) {
        return new Rotation(store.load(), clock.instant())
                .to(TufKey.of(key.publicKey()), TrustRole.find(role).orElseThrow());
    }

    private static SigningKey read(Path file) throws IOException {
        return ((KeyFile.Plain) KeyFiles.read(file)).key();
    }

    private void lose(String name) throws IOException {
        Path file = online.directory().resolve(name + ".key");
        Files.move(file, kept.resolve(file.getFileName()));
    }

    private Path key(Path copy) {
        return online.directory().resolve(copy.getFileName());
    }

    private List<Path> keys() throws IOException {
        try (Stream<Path> files = Files.list(online.directory())) {
            return files.sorted().toList();
        }
    }

    /** Whose word a key stands for. */
    private static String role(String key) {
        return key.equals("robot") ? "content" : key;
    }
}
