package org.metalayer.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;
import org.metalayer.server.testing.TestOperator;

/** What sticks say of themselves is counted only as far as it can be true. */
@QuarkusTest
class FleetFiguresTest {

    private static final ComponentName PLAYER = new ComponentName("music-player");

    @Inject SimulatedFleet simulated;
    @Inject Story story;
    @Inject Presence presence;
    @Inject StickOverview overview;
    @Inject Fleet fleet;

    private SimulatedStick stick;
    private SimulatedStick other;
    private UUID release;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        simulated.clear();
        List<SimulatedStick> sticks = simulated.enrolOnline(2);
        stick = sticks.getFirst();
        other = sticks.getLast();
        Proposal first = Proposal.aFeature();
        story.decide(stick, first);
        release = story.release(first);
    }

    @Test
    void whatIsNoReleaseIsNotCounted() {
        runs(stick, new InstalledComponent("music-player", 1, release, 0));
        runs(
                other,
                new InstalledComponent("music-player", 7, UUID.randomUUID(), 0),
                new InstalledComponent("made-up", 1, UUID.randomUUID(), 0));

        assertThat(overview.releaseShares())
                .containsExactly(new ReleaseShare("music-player", 1, 1));
        assertThat(fleet.sticksWith(PLAYER)).isEqualTo(1);
        assertThat(fleet.sticksWith(new ComponentName("made-up"))).isZero();
    }

    @Test
    void aReleaseIsCountedUnderItsOwnNameAndVersionOnly() {
        runs(
                stick,
                new InstalledComponent("music-player", 1, release, 0),
                new InstalledComponent("made-up", 1, release, 0));
        runs(other, new InstalledComponent("music-player", 9, release, 0));

        assertThat(overview.releaseShares())
                .containsExactly(new ReleaseShare("music-player", 1, 1));
        assertThat(fleet.sticksWith(PLAYER)).isEqualTo(1);
        assertThat(fleet.sticksWith(new ComponentName("made-up"))).isZero();
    }

    @Test
    void sticksThatAreNotAcceptedAreNotReached() {
        runs(stick, new InstalledComponent("music-player", 1, release, 0));
        runs(other, new InstalledComponent("music-player", 1, release, 0));
        assertThat(fleet.sticksWith(PLAYER)).isEqualTo(2);

        simulated.become(other, "RETIRED");

        assertThat(fleet.sticksWith(PLAYER)).isEqualTo(1);
        assertThat(overview.releaseShares())
                .containsExactly(new ReleaseShare("music-player", 1, 1));
    }

    @Test
    void theListShowsWhatEachStickContributedAndWhenItWasLastSeen() {
        story.report(stick, Proposal.of(UpgradeType.UX).parent(release));
        String contributed = lastSeenOf(stick);
        TestClock.shift(Duration.ofHours(3));
        simulated.seen(List.of(other));

        assertThat(inList(stick).getInt("contributions.reports")).isEqualTo(2);
        assertThat(inList(stick).getInt("contributions.released")).isEqualTo(1);
        assertThat(inList(other).getInt("contributions.reports")).isZero();
        assertThat(inList(other).getInt("contributions.released")).isZero();
        assertThat(lastSeenOf(stick)).isEqualTo(contributed);
        assertThat(Duration.between(Instant.parse(contributed), Instant.parse(lastSeenOf(other))))
                .isBetween(Duration.ofHours(3), Duration.ofHours(4));
    }

    private static String lastSeenOf(SimulatedStick who) {
        return inList(who).getString("last_seen_at");
    }

    /** The stick's entry in the list of all. */
    private static JsonPath inList(SimulatedStick who) {
        return TestOperator.request()
                .get("/api/v1/sticks")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract()
                .jsonPath()
                .setRootPath("items.find { it.id == '%s' }".formatted(who.id()));
    }

    private void runs(SimulatedStick who, InstalledComponent... installed) {
        presence.report(
                who.id(),
                Sha256.of(who.id().toString().getBytes(StandardCharsets.UTF_8)),
                "0.1.0",
                null,
                List.of(installed));
    }
}
