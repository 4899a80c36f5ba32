package org.metalayer.server.catalog;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.catalog.feed.Feed;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;

/** What a start makes of a feed that has lost something, or has too much. */
@QuarkusTest
class FeedRepairTest {

    private static final String TARGETS = "/feed/v1/targets/";
    private static final String BLOBS = "/feed/v1/blobs/{digest}";

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Feed feed;
    @Inject ArtifactStore artifacts;
    @Inject FeedRepair repair;
    @Inject Catalog catalog;
    @Inject Sql sql;

    private byte[] song = {};
    private Sha256 digest = Sha256.of(song);
    private String document = "";

    @BeforeEach
    void release() throws IOException {
        TestClock.reset();
        fleet.clear();
        // Other tests take released files away on purpose.
        sql.update("UPDATE artifact SET released = false");
        song = ("song " + UUID.randomUUID()).getBytes(UTF_8);
        digest = Sha256.of(song);
        Proposal proposal = Proposal.of(UpgradeType.BUGFIX).file("song.txt", song);
        story.decide(fleet.enrolOnline(1).getFirst(), proposal);
        document = FeedPlaces.target(catalog.find(story.release(proposal)).orElseThrow());
        start();
    }

    @AfterEach
    void restore() throws IOException {
        Files.write(artifacts.path(digest), song);
        start();
    }

    @Test
    void whatWasReleasedIsPublishedAgain() throws IOException {
        Files.delete(feed.target(document));
        Files.delete(feed.blob(digest));

        start();

        given().get(TARGETS + document).then().statusCode(200);
        assertThat(given().get(BLOBS, digest.hex()).asByteArray()).isEqualTo(song);
    }

    @Test
    void aFileOfAReleaseThatIsStillFoundIsServedAgain() throws IOException {
        Files.delete(feed.blob(digest));

        start();

        assertThat(given().get(BLOBS, digest.hex()).asByteArray()).isEqualTo(song);
        attention().body("attention.kind", not(hasItem("feed-incomplete")));
    }

    @Test
    void moreFilesThanAreLookedAtAtATimeAreAllServedAgain() throws IOException {
        Proposal proposal = Proposal.of(UpgradeType.BUGFIX).component("verses");
        List<Sha256> digests = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            byte[] content = "verse %d %s".formatted(n, UUID.randomUUID()).getBytes(UTF_8);
            proposal = proposal.file("verse%d.txt".formatted(n), content);
            digests.add(Sha256.of(content));
        }
        story.decide(fleet.enrolOnline(1).getFirst(), proposal);
        for (Sha256 each : digests) {
            Files.delete(feed.blob(each));
        }

        repair.mendArtifacts(2);

        assertThat(digests).allSatisfy(each -> assertThat(feed.blob(each)).exists());
    }

    @Test
    void aFileThatIsGoneEverywhereIsNamedUntilItIsRestored() throws IOException {
        Files.delete(feed.blob(digest));
        Files.delete(artifacts.path(digest));
        Files.delete(feed.target(document));

        start();

        attention()
                .body(
                        "attention.find { it.kind == 'feed-incomplete' }.detail",
                        containsString("1 file of releases gone, such as " + digest.hex()));
        given().get(TARGETS + document).then().statusCode(404);

        restore();

        attention().body("attention.kind", not(hasItem("feed-incomplete")));
        given().get(TARGETS + document).then().statusCode(200);
        assertThat(given().get(BLOBS, digest.hex()).asByteArray()).isEqualTo(song);
    }

    @Test
    void aReleaseThatHasLostAFileIsNotFoundUntilItIsWholeAgain() throws IOException {
        Files.delete(feed.blob(digest));
        Files.delete(artifacts.path(digest));

        start();

        given().get(TARGETS + document).then().statusCode(404);

        restore();

        given().get(TARGETS + document).then().statusCode(200);
    }

    @Test
    void aFileThatOnlyTheFeedHasLeftIsStoredAgain() throws IOException {
        Files.delete(artifacts.path(digest));

        start();

        assertThat(artifacts.open(digest).readAllBytes()).isEqualTo(song);
        given().get(TARGETS + document).then().statusCode(200);
        attention().body("attention.kind", not(hasItem("feed-incomplete")));
    }

    @Test
    void aFileThatTheStoreCannotTakeBackIsNamedAndStaysInTheFeed() throws IOException {
        Path place = artifacts.path(digest);
        Files.delete(place);
        Path inTheWay = Files.createSymbolicLink(place, Path.of("nowhere"));

        start();

        attention().body("attention.kind", hasItem("feed-incomplete"));
        given().get(TARGETS + document).then().statusCode(200);
        Files.delete(inTheWay);
    }

    private void start() throws IOException {
        repair.repair(new StartupEvent());
    }

    private static ValidatableResponse attention() {
        return TestOperator.request().get("/api/v1/overview").then().statusCode(200);
    }
}
