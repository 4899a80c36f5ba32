package org.metalayer.server.catalog.trust;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.keyfile.KeyFile;
import org.metalayer.protocol.keyfile.KeyFiles;
import org.metalayer.server.platform.StartupException;
import org.metalayer.server.rollout.Manifests;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;

/**
 * A Main System that lost a key goes on with what is signed, signs nothing with another key, and
 * says what to do; without most of them it does not start.
 */
@QuarkusTest
class LostKeysTest {

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Trust trust;
    @Inject OnlineKeys online;
    @Inject Manifests manifests;

    @TempDir Path kept;

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
        byte[] served = given().get("/feed/v1/metadata/timestamp.json").asByteArray();
        story.decide(fleet.enrolOnline(1).getFirst(), Proposal.of(UpgradeType.BUGFIX));

        manifests.refresh();

        assertThat(manifests.trouble())
                .hasValueSatisfying(trouble ->
                        assertThat(trouble)
                                .contains(role(name), online.directory().toString())
                                .contains("put them there first"));
        assertThat(keys()).hasSize(before.size() - 1);
        if (!name.equals("director")) { // which speaks last: all before it is published
            given().get("/feed/v1/metadata/timestamp.json").then().statusCode(200);
            assertThat(trust.served().timestamp()).isEqualTo(served);
        }
    }

    @Test
    void itStartsWithoutTheKeyOfContentAndSaysSo() throws IOException {
        lose("robot");

        trust.begin(new StartupEvent());

        assertThat(trust.keyTroubles())
                .singleElement()
                .asString()
                .startsWith("content needs 1 of its keys")
                .contains(online.directory().toString());
        assertThat(keys()).hasSize(before.size() - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"director", "snapshot", "timestamp"})
    void itDoesNotStartAndMakesNoNewKey(String name) throws IOException {
        lose(name);

        assertThatThrownBy(() -> trust.begin(new StartupEvent()))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining("lacks the key that sticks trust for " + role(name))
                .hasMessageContaining("put back your copy of it")
                .hasMessageContaining("keys rotate");
        assertThat(keys()).hasSize(before.size() - 1);
    }

    @Test
    void aStrangersKeyInItsPlaceIsNoneAndADamagedOneIsNamed() throws IOException {
        lose("director");
        Path place = online.directory().resolve("director.key");
        KeyFiles.write(place, KeyFile.create("director", new SecureRandom()));
        assertThatThrownBy(() -> trust.begin(new StartupEvent()))
                .hasMessageContaining("lacks the key that sticks trust for director");

        Files.writeString(place, "torn");
        assertThatThrownBy(() -> trust.begin(new StartupEvent()))
                .isInstanceOf(StartupException.class)
                .hasMessageContaining(place.toString())
                .hasMessageEndingWith("put back your copy of it");
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
