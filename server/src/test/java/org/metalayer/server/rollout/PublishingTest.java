package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.DeploymentManifest;
import org.metalayer.protocol.message.Withdrawal;
import org.metalayer.server.catalog.trust.Trust;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;

/** What is published where the disk or the manifest itself is full. */
@QuarkusTest
class PublishingTest {

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;
    @Inject Manifests manifests;
    @Inject Trust trust;
    @Inject DataDirectory data;

    private List<SimulatedStick> sticks = List.of();

    @BeforeEach
    void begin() throws IOException {
        fixture.begin();
        sticks = fleet.enrolOnline(5);
    }

    @Test
    void aHaltReachesSticksAlsoWhenTheFeedsFileCannotBeWritten() throws IOException {
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.BUGFIX);
        Path feed = data.feed().resolve("v1");
        Path inTheWay = Files.createDirectory(feed.resolve("metadata/timestamp.json.new"));
        try {
            fixture.operator(RolloutVerb.HALT, rollout);

            assertThat(fixture.manifest().withdrawn()).hasSize(1);
            assertThat(manifests.trouble()).isPresent();
            assertThat(fixture.look(rollout).rollout().state()).isEqualTo(RolloutState.HALTED);
        } finally {
            Files.delete(inTheWay);
        }

        fixture.tick();

        assertThat(manifests.trouble()).isEmpty();
        assertThat(feed.resolve("metadata/timestamp.json"))
                .hasBinaryContent(trust.served().timestamp());
    }

    @Test
    void aRolloutWaitsUntilTheManifestHasRoomForIt() {
        RolloutDetail running = fixture.start(sticks.get(0), UpgradeType.BUGFIX);
        RolloutDetail older = fixture.schedule(sticks.get(1), other("older"));
        RolloutDetail newer = fixture.schedule(sticks.get(2), other("newer"));
        fixture.refreshManifest();
        List<ManifestRoom.Candidate> candidates =
                List.of(unannounced(newer), unannounced(older), candidate(running));
        long both = size(candidate(running)) + size(unannounced(older));

        assertThat(new ManifestRoom(both).admit(candidates))
                .containsExactly(fixture.entry(older), fixture.entry(running));
        assertThat(new ManifestRoom(0).admit(candidates)).containsExactly(fixture.entry(running));
        assertThat(ManifestRoom.USUAL.admit(candidates)).hasSize(3);
    }

    @Test
    void noManifestIsIssuedThatSticksCouldNotRead() {
        // Six values each, of the 250,000 that a document may have.
        assertThatNoException().isThrownBy(() -> ManifestRoom.requireReadable(withdrawing(41_000)));
        assertThatThrownBy(() -> ManifestRoom.requireReadable(withdrawing(42_000)))
                .hasMessageContaining("too many values")
                .hasMessageContaining("the one before stays in force");
    }

    private static byte[] withdrawing(int count) {
        Withdrawal withdrawal =
                new Withdrawal(
                        new UUID(1, 2),
                        new ComponentName("music-player"),
                        1,
                        new UUID(3, 4),
                        "because");
        return Json.write(
                new DeploymentManifest(
                                1, Instant.EPOCH, List.of(), Collections.nCopies(count, withdrawal))
                        .write());
    }

    private static Proposal other(String component) {
        return Proposal.of(UpgradeType.BUGFIX).component(component);
    }

    /** As it was scheduled, before the manifest first spoke of it. */
    private ManifestRoom.Candidate unannounced(RolloutDetail scheduled) {
        assertThat(scheduled.rollout().announcedAt()).isEmpty();
        return new ManifestRoom.Candidate(scheduled.rollout(), fixture.entry(scheduled));
    }

    private ManifestRoom.Candidate candidate(RolloutDetail rollout) {
        return new ManifestRoom.Candidate(fixture.again(rollout).rollout(), fixture.entry(rollout));
    }

    private static long size(ManifestRoom.Candidate candidate) {
        DeploymentEntry entry = candidate.entry();
        return Json.write(entry.write()).length;
    }
}
