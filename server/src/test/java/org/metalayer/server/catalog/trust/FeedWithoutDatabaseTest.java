package org.metalayer.server.catalog.trust;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.rollout.Manifests;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.WholePool;

/**
 * Sticks poll by the thousand: whatever they ask the feed for, and whatever becomes of it, needs no
 * table at all. The tests hold every connection there is.
 */
@QuarkusTest
class FeedWithoutDatabaseTest {

    private static final String FEED = "/feed/v1/";
    private static final String NOBODY = "0".repeat(64);
    private static final String OTHER = "\"another\"";

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Trust trust;
    @Inject TrustStore store;
    @Inject Catalog catalog;
    @Inject Manifests manifests;
    @Inject WholePool pool;

    private final List<String> replaced = new ArrayList<>();
    private final List<String> released = new ArrayList<>();

    @BeforeEach
    void release() throws IOException {
        TestClock.reset();
        fleet.clear();
        manifests.refresh();
        TrustState old = store.load();
        for (TrustRole role : List.of(TrustRole.SNAPSHOT, TrustRole.CONTENT, TrustRole.DIRECTOR)) {
            replaced.add(file(old, role));
        }
        Proposal proposal = Proposal.of(UpgradeType.BUGFIX);
        story.decide(fleet.enrolOnline(1).getFirst(), proposal);
        manifests.refresh();
        Release release = catalog.find(story.release(proposal)).orElseThrow();
        released.add(
                "targets/content/%s/%s.%s.json"
                        .formatted(
                                release.component(), release.payloadSha256().hex(), release.id()));
        for (Sha256 digest : catalog.files(release.id()).digests()) {
            released.add("blobs/" + digest.hex());
        }
    }

    @Test
    void whatIsThereIsServedWithAndWithoutATag() throws Exception {
        List<String> files =
                Stream.of(
                                Stream.of("metadata/timestamp.json"),
                                present(),
                                replaced.stream(),
                                released.stream())
                        .flatMap(each -> each)
                        .toList();
        assertThat(files)
                .doesNotHaveDuplicates()
                .anyMatch(file -> file.startsWith("targets/director/"));
        for (TrustRole role : TrustRole.values()) {
            assertThat(files).anyMatch(file -> file.endsWith(role.wire() + ".json"));
        }
        try (var _ = pool.hold()) {
            for (String file : files) {
                String tag = ask(file, OTHER, 200).extract().header("ETag");
                assertThat(tag).as(file).isNotBlank();
                given().get(FEED + file).then().statusCode(200).header("ETag", equalTo(tag));
                ask(file, tag, 304).header("ETag", equalTo(tag));
                given().head(FEED + file).then().statusCode(200).header("ETag", equalTo(tag));
            }
        }
    }

    @Test
    void whatIsNotThereIsNotLookedForInTheDatabase() throws Exception {
        try (var _ = pool.hold()) {
            for (String file :
                    List.of(
                            "metadata/99.root.json",
                            "metadata/2.snapshot.json",
                            "metadata/1.nobody.json",
                            "metadata/nothing",
                            "targets/director/%s.deployment-manifest.json".formatted(NOBODY),
                            "targets/content/nobody/%s.%s.json"
                                    .formatted(NOBODY, UUID.randomUUID()),
                            "targets/nothing",
                            "blobs/" + NOBODY,
                            "blobs/nothing",
                            "nothing")) {
                given().get(FEED + file).then().statusCode(404);
                ask(file, OTHER, 404);
            }
        }
    }

    @Test
    void whoAsksIsNotLookedUpEither() throws Exception {
        try (var _ = pool.hold()) {
            given().get("/feed/v1").then().statusCode(200);
            given().header("Authorization", "Bearer mlo_somebody")
                    .cookie("metalayer_session", "somebody")
                    .get(FEED + "metadata/timestamp.json")
                    .then()
                    .statusCode(200);
            given().contentType("application/json")
                    .body("{\"nonce\":\"0123456789abcdef0123456789abcdef\"}")
                    .post("/api/v1/stick/time")
                    .then()
                    .statusCode(200);
        }
    }

    /** What is served from memory. */
    private Stream<String> present() {
        ServedTrust served = trust.served();
        return Stream.concat(
                served.fileNames().stream().map("metadata/"::concat),
                served.targetNames().stream().map("targets/"::concat));
    }

    private static String file(TrustState state, TrustRole role) {
        return "metadata/%d.%s.json".formatted(state.of(role).signed().version(), role.wire());
    }

    private static ValidatableResponse ask(String file, String tag, int status) {
        ValidatableResponse answer = given().header("If-None-Match", tag).get(FEED + file).then();
        assertThat(answer.extract().statusCode()).as(file).isEqualTo(status);
        return answer;
    }
}
