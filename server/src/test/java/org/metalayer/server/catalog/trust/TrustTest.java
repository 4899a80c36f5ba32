package org.metalayer.server.catalog.trust;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.message.SignedTime;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.catalog.PublicationState;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;

/** The image repository: what is signed by whom, when it is signed again, and how it is served. */
@QuarkusTest
class TrustTest {

    private static final String TIMESTAMP = "/feed/v1/metadata/timestamp.json";

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Catalog catalog;
    @Inject Trust trust;
    @Inject TrustStore store;
    @Inject TrustFeed feed;
    @Inject TrustSweep sweep;
    @Inject DataDirectory data;
    @Inject InstantSource clock;
    @Inject Sql sql;

    private SimulatedStick stick;
    private Duration begin = Duration.ZERO;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        // After whatever other tests have signed in their future.
        long newest = store.load().timestamp().signed().version();
        begin = Duration.ofSeconds(Math.max(0, newest - clock.instant().getEpochSecond()));
        at(Duration.ofDays(20));
        fleet.clear();
        trust.refresh();
        stick = fleet.enrolOnline(1).getFirst();
    }

    @AfterEach
    void end() {
        TestClock.reset();
    }

    @Test
    void keysAreWrittenForTheirAccountOnlyAndTheOfflineOnesWithAWordAboutThem() throws IOException {
        Path keys = data.keys();
        for (String name : List.of("online", "offline")) {
            try (var files = Files.list(keys.resolve(name))) {
                assertThat(files)
                        .allSatisfy(file ->
                                assertThat(
                                                PosixFilePermissions.toString(
                                                        Files.getPosixFilePermissions(file)))
                                        .isEqualTo("rw-------"));
            }
        }
        assertThat(keys.resolve("offline/README.txt"))
                .content()
                .contains("Move this whole folder", "root.key", "targets.key", "release.key");
    }

    @Test
    void contentIsListedByTheMachineAlone() {
        Proposal proposal = Proposal.of(UpgradeType.BUGFIX);
        story.decide(stick, proposal);
        trust.refresh();

        var release = catalog.find(story.release(proposal)).orElseThrow();
        Targets content = store.load().list(TrustRole.CONTENT).signed();

        assertThat(release.publication()).isEqualTo(PublicationState.PUBLISHED);
        assertThat(content.targets().get(release.targetPath()))
                .satisfies(target -> {
                    assertThat(target.hashes().sha256()).contains(release.payloadSha256());
                    assertThat(target.length()).isEqualTo(release.documentLength());
                    assertThat(target.custom().string("component")).isEqualTo("music-player");
                    assertThat(target.custom().integer("version")).isEqualTo(1);
                });
        byte[] document =
                given().get(
                                "/feed/v1/targets/content/music-player/{digest}.{id}.json",
                                release.payloadSha256().hex(),
                                release.id())
                        .then()
                        .statusCode(200)
                        .header("Cache-Control", containsString("immutable"))
                        .extract()
                        .asByteArray();
        assertThat(Sha256.of(document)).isEqualTo(release.payloadSha256());
    }

    @ParameterizedTest
    @CsvSource({"code, music-player", "agent, agent", "os, os"})
    void whatRunsOutsideTheSandboxWaitsForAPersonsSignature(String role, String component) {
        Proposal proposal =
                switch (role) {
                    case "agent" -> Proposal.anAgent();
                    case "os" -> Proposal.aSystem();
                    default -> Proposal.of(UpgradeType.BUGFIX).component(component).executable();
                };
        approve(proposal);
        trust.refresh();
        String path = catalog.find(story.release(proposal)).orElseThrow().targetPath();

        assertThat(publication(proposal)).isEqualTo(PublicationState.AWAITING_SIGNATURE);
        SignedMetadata<Targets> waiting = waiting(TrustRole.find(role).orElseThrow());
        TestOperator.request()
                .get("/api/v1/trust")
                .then()
                .statusCode(200)
                .body("signings.role", contains(role))
                .body("signings[0].added[0].component", is(component));

        SigningKey release = Keeper.key("release");
        String oneOfTwo = "has 1 of the 2 signatures";
        bring(role, waiting).statusCode(422).body("detail", containsString(oneOfTwo));
        bring(role, SignedMetadata.unsigned(waiting.signed()).signedWith(release))
                .statusCode(422)
                .body("detail", containsString(oneOfTwo));
        assertThat(publication(proposal)).isEqualTo(PublicationState.AWAITING_SIGNATURE);
        assertThat(listing(path)).isEmpty();

        bring(role, waiting.signedWith(release)).statusCode(200);

        assertThat(publication(proposal)).isEqualTo(PublicationState.PUBLISHED);
        assertThat(listing(path)).extracting(TrustRole::wire).containsExactly(role);
        assertThat(trust.signings()).isEmpty();
    }

    @Test
    void whatIsNotPreparedHereOrNoLongerWaitsIsRefused() {
        approve(Proposal.of(UpgradeType.BUGFIX).executable());
        trust.refresh();
        SignedMetadata<Targets> first = waiting(TrustRole.CODE);
        approve(Proposal.of(UpgradeType.BUGFIX).component("other").executable());
        trust.refresh();

        bring("code", first.signedWith(Keeper.key("release")))
                .statusCode(409)
                .body("type", is("urn:metalayer:problem:signing-superseded"));
        bring("snapshot", first).statusCode(422);
        bring("../x", first).statusCode(422);
        given().contentType("application/json")
                .body(Keeper.bringing(Map.of("code", first)))
                .post("/api/v1/trust/metadata")
                .then()
                .statusCode(401);
    }

    @Test
    void aWithdrawnReleaseIsNoLongerAskedFor() {
        Proposal proposal = Proposal.of(UpgradeType.BUGFIX).executable();
        approve(proposal);
        trust.refresh();
        assertThat(trust.signings()).hasSize(1);

        catalog.withdraw(story.release(proposal), UUID.randomUUID(), "not wanted");
        trust.refresh();

        assertThat(trust.signings()).isEmpty();
        assertThat(publication(proposal)).isEqualTo(PublicationState.WITHDRAWN);
    }

    @Test
    void machinesSignAgainAtHalfLifeAndNotBefore() {
        trust.refresh();
        TrustState before = store.load();
        trust.refresh();
        assertThat(store.load().timestamp().signed()).isEqualTo(before.timestamp().signed());

        at(Duration.ofDays(20).plusHours(13));
        trust.refresh();
        TrustState half = store.load();
        assertThat(half.timestamp().signed().version())
                .isGreaterThan(before.timestamp().signed().version());
        assertThat(half.snapshot().signed()).isEqualTo(before.snapshot().signed());

        at(Duration.ofDays(36));
        trust.refresh();
        TrustState later = store.load();
        for (TrustRole role : List.of(TrustRole.SNAPSHOT, TrustRole.DIRECTOR, TrustRole.CONTENT)) {
            assertThat(later.of(role).signed().version())
                    .isGreaterThan(before.of(role).signed().version());
        }
        assertThat(later.of(TrustRole.CODE).signed()).isEqualTo(before.of(TrustRole.CODE).signed());
    }

    @Test
    void aStartAfterACrashFinishesTheFeedInOrder() throws IOException {
        Proposal proposal = Proposal.of(UpgradeType.BUGFIX);
        story.decide(stick, proposal);
        trust.refresh();
        TrustState state = store.load();
        Path metadata = data.feed().resolve("v1/metadata");
        Path snapshot = metadata.resolve(state.snapshot().signed().version() + ".snapshot.json");
        Files.delete(snapshot);
        Files.write(metadata.resolve("timestamp.json"), new byte[0]);

        feed.forget();
        feed.takeOver(state);

        assertThat(snapshot).hasBinaryContent(state.snapshot().raw());
        assertThat(metadata.resolve("timestamp.json")).hasBinaryContent(state.timestamp().raw());
    }

    @Test
    void anyonePollsTheTimestampAndIsToldWhenNothingChanged() {
        Response polled = given().get(TIMESTAMP);
        polled.then().statusCode(200).header("Cache-Control", "no-cache");
        String tag = polled.header("ETag");
        given().header("If-None-Match", tag).get(TIMESTAMP).then().statusCode(304);
        given().head(TIMESTAMP).then().statusCode(200).header("ETag", tag);
        assertThat(polled.asByteArray()).isEqualTo(store.load().timestamp().raw());

        given().get("/feed/v1/metadata/1.root.json")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"));
        given().get("/feed/v1/metadata/99.root.json").then().statusCode(404);
        given().get("/feed/v1/metadata/..%2f..%2f..%2fkeys%2fonline%2frobot.key")
                .then()
                .statusCode(404);
    }

    @Test
    void oldMetadataIsForgottenButRootsStay() throws IOException {
        at(Duration.ofDays(20).plusHours(13));
        trust.refresh();
        long old = store.load().timestamp().signed().version();
        Path snapshot = metadata(store.load().snapshot().signed().version() + ".snapshot.json");
        at(Duration.ofDays(25));
        trust.refresh();
        sweep.sweep();
        assertThat(versions("timestamp")).as("kept for a day").contains(old);

        at(Duration.ofDays(32));
        trust.refresh();
        sweep.sweep();

        assertThat(versions("timestamp")).doesNotContain(old);
        assertThat(versions("root")).contains(1L);
        assertThat(snapshot).doesNotExist();
        assertThat(metadata("1.root.json")).exists();
        assertThat(metadata(store.load().snapshot().signed().version() + ".snapshot.json"))
                .exists();
    }

    /** Time passes until so long after this test's beginning. */
    private void at(Duration offset) {
        TestClock.shift(begin.plus(offset));
    }

    private Path metadata(String name) {
        return data.feed().resolve("v1/metadata").resolve(name);
    }

    private List<Long> versions(String role) {
        return sql.list(
                "SELECT version FROM trust_metadata WHERE role = ?",
                row -> row.number("version"),
                role);
    }

    @Test
    void theTimeIsSignedTogetherWithTheNonce() {
        String nonce = "0123456789abcdef0123456789abcdef";
        byte[] answer =
                given().contentType("application/json")
                        .body("{\"nonce\":\"%s\"}".formatted(nonce))
                        .post("/api/v1/stick/time")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray();
        var key = TrustStateKeys.only(store.load().authority(TrustRole.TIMESTAMP));
        SignedTime time =
                SignedTime.read(
                        Json.parseObject(Envelope.parse(answer).verify(PayloadType.TIME, key)));
        assertThat(time.nonce()).isEqualTo(nonce);
        assertThat(Duration.between(time.time(), clock.instant()).abs())
                .isLessThan(Duration.ofMinutes(1));
        given().contentType("application/json")
                .body("{\"nonce\":\"short\"}")
                .post("/api/v1/stick/time")
                .then()
                .statusCode(400);
    }

    @Test
    void keepersSeeWhichOfflineKeysStillLieHere() {
        TestOperator.request()
                .get("/api/v1/trust")
                .then()
                .statusCode(200)
                .body("root_sha256", is(store.load().firstRoot().hex()))
                .body("offline_keys_here", hasItem("root.key"))
                .body("roles.find { it.role == 'code' }.threshold", is(2))
                .body("roles.find { it.role == 'root' }.keys[0].online", is(false))
                .body("roles.find { it.role == 'timestamp' }.keys[0].online", is(true));
    }

    /** Executables go to a person, who takes it. */
    private void approve(Proposal proposal) {
        story.decide(stick, proposal);
        TestOperator.request()
                .body(
                        "{\"verdict\":\"approve\",\"strategy\":\"IMMEDIATE\",\"reason\":\"looked at"
                                + " it\"}")
                .post("/api/v1/upgrade-reports/{id}/decision", proposal.id())
                .then()
                .statusCode(200);
    }

    private PublicationState publication(Proposal proposal) {
        return catalog.find(story.release(proposal)).orElseThrow().publication();
    }

    /** The roles that list a target. */
    private List<TrustRole> listing(String path) {
        return TrustRole.LISTS.stream()
                .filter(role -> store.load().list(role).signed().targets().containsKey(path))
                .toList();
    }

    private SignedMetadata<Targets> waiting(TrustRole role) {
        return trust.signings().stream()
                .filter(signing -> signing.role() == role)
                .findFirst()
                .orElseThrow()
                .prepared();
    }

    private static ValidatableResponse bring(String role, SignedMetadata<?> file) {
        return TestOperator.request()
                .body(Keeper.bringing(Map.of(role, file)))
                .post("/api/v1/trust/metadata")
                .then();
    }
}
