package org.metalayer.server.catalog;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.ReleaseDocument;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.catalog.feed.Feed;
import org.metalayer.server.catalog.trust.Trust;
import org.metalayer.server.testing.MainSystemResource;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;

@QuarkusTest
class FeedTest {

    private static final String TARGETS = "/feed/v1/targets/";
    private static final String BLOBS = "/feed/v1/blobs/{digest}";
    private static final byte[] SONG = "la la la".getBytes(UTF_8);

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Trust trust;
    @Inject Catalog catalog;
    @Inject Feed feed;
    @Inject ArtifactStore artifacts;

    private SimulatedStick stick;
    private Proposal proposal;
    private UUID release;

    @BeforeEach
    void release() throws IOException {
        TestClock.reset();
        fleet.clear();
        stick = fleet.enrolOnline(1).getFirst();
        proposal = Proposal.of(UpgradeType.BUGFIX).file("song.txt", SONG);
        story.decide(stick, proposal);
        release = story.release(proposal);
        trust.refresh();
    }

    @Test
    void aReleaseIsServedAsItIsListed() {
        Release listed = catalog.find(release).orElseThrow();
        Response response = given().get(TARGETS + FeedPlaces.target(listed));

        response.then()
                .statusCode(200)
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Content-Security-Policy", startsWith("sandbox"));
        assertThat(Sha256.of(response.asByteArray())).isEqualTo(listed.payloadSha256());
        ReleaseDocument document = ReleaseDocument.read(Json.parseObject(response.asByteArray()));
        assertThat(document.releaseId()).isEqualTo(release);
        assertThat(document.files()).isEqualTo(proposal.report(stick.moduleId()).files());
    }

    @Test
    void anyWebServerMayReadWhatIsPublic() throws IOException {
        Path data = MainSystemResource.data();
        assertThat(
                        Stream.of("feed", "feed/v1", "feed/v1/targets", "feed/v1/blobs")
                                .map(data::resolve))
                .allSatisfy(each -> assertThat(permissions(each)).isEqualTo("rwxr-xr-x"));
        assertThat(permissions(feed.target(FeedPlaces.target(catalog.find(release).orElseThrow()))))
                .isEqualTo("rw-r--r--");
        assertThat(permissions(feed.blob(Sha256.of(SONG)))).isEqualTo("rw-r--r--");
    }

    @Test
    void whatWasWrittenPrivatelyIsOpenedWhenItIsPublished() throws IOException {
        byte[] text = ("text of " + UUID.randomUUID()).getBytes(UTF_8);
        Proposal next = Proposal.of(UpgradeType.BUGFIX).file("text.txt", text).parent(release);
        story.report(stick, next);
        Path stored = artifacts.path(Sha256.of(text));
        Files.setPosixFilePermissions(stored, PosixFilePermissions.fromString("rw-------"));

        story.decide(stick, next);

        assertThat(permissions(feed.blob(Sha256.of(text)))).isEqualTo("rw-r--r--");
    }

    private static String permissions(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @Test
    void aBlobIsServedWholeInPartsOrNotAtAll() {
        Sha256 digest = Sha256.of(SONG);
        String tag = '"' + digest.hex() + '"';

        assertThat(given().get(BLOBS, digest.hex()).asByteArray()).isEqualTo(SONG);
        given().header("Range", "bytes=3-4")
                .get(BLOBS, digest.hex())
                .then()
                .statusCode(206)
                .header("Content-Range", "bytes 3-4/8")
                .body(is("la"));
        given().header("Range", "bytes=8-").get(BLOBS, digest.hex()).then().statusCode(416);
        given().header("Range", "bytes=3-4")
                .header("If-Range", "\"other\"")
                .get(BLOBS, digest.hex())
                .then()
                .statusCode(200);
        given().header("If-None-Match", tag).get(BLOBS, digest.hex()).then().statusCode(304);
        given().head(BLOBS, digest.hex())
                .then()
                .statusCode(200)
                .header("Content-Length", "8")
                .header("ETag", tag);
    }

    @Test
    void whatIsNotReleasedIsNotReachable() {
        byte[] secret = "not released".getBytes(UTF_8);
        Proposal odd = Proposal.aFeature().component("clock").file("run.txt", secret).executable();
        story.decide(stick, odd);

        given().get(BLOBS, Sha256.of(secret).hex())
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
        given().get(TARGETS + "content/clock/" + "0".repeat(64) + "." + UUID.randomUUID() + ".json")
                .then()
                .statusCode(404);
    }

    @Test
    void nothingButDigestsAndIdsIsLookedUp() {
        for (String path :
                List.of(
                        "/feed/v1/blobs/..%2f..%2f..%2fkeys%2fonline%2frobot.key",
                        "/feed/v1/targets/..%2fmetadata%2ftimestamp.json",
                        "/feed/v1/blobs/",
                        "/feed/../keys/online/robot.key")) {
            int status = given().urlEncodingEnabled(false).get(path).statusCode();
            assertThat(status).as(path).isIn(400, 401, 404);
        }
    }
}
