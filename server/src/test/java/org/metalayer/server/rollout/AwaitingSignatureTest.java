package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.keyfile.KeyFile;
import org.metalayer.protocol.keyfile.KeyFiles;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.trust.NamedTarget;
import org.metalayer.server.catalog.trust.Signing;
import org.metalayer.server.catalog.trust.Trust;
import org.metalayer.server.catalog.trust.TrustDocument;
import org.metalayer.server.platform.DataDirectory;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestOperator;

/** A rollout of what executes: nothing moves before a person has signed. */
@QuarkusTest
class AwaitingSignatureTest {

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Rollouts rollouts;
    @Inject Trust trust;
    @Inject DataDirectory data;

    private RolloutDetail waiting() {
        return rollouts.page(null, null, PageRequest.of(10, null)).items().getFirst();
    }

    @BeforeEach
    void approveCode() throws IOException {
        fixture.begin();
        SimulatedStick stick = fleet.enrolOnline(5).getFirst();
        Proposal proposal = Proposal.of(UpgradeType.BUGFIX).executable();
        story.decide(stick, proposal);
        TestOperator.request()
                .body("{\"verdict\":\"approve\",\"strategy\":\"IMMEDIATE\",\"reason\":\"read it\"}")
                .post("/api/v1/upgrade-reports/{id}/decision", proposal.id())
                .then()
                .statusCode(200);
    }

    @Test
    void itIsNotAnnouncedAndDoesNotStartUntilAPersonSigned() throws IOException {
        fixture.tick();
        fixture.tick();
        RolloutDetail before = waiting();
        assertThat(before.rollout().state()).isEqualTo(RolloutState.SCHEDULED);
        assertThat(before.rollout().announcedAt()).isEmpty();
        assertThat(fixture.manifest().entries()).isEmpty();

        Signing signing = trust.signings().getFirst();
        trust.publish(
                List.of(
                        new TrustDocument(
                                "code", signing.prepared().signedWith(releaseKey().key()).raw())));
        RolloutDetail after = fixture.look(before);

        assertThat(after.rollout().state()).isEqualTo(RolloutState.RUNNING);
        DeploymentEntry entry = fixture.entry(after);
        NamedTarget target = entry.target().orElseThrow();
        assertThat(target.path())
                .isEqualTo("code/music-player/%s.json".formatted(after.release().id()));
        assertThat(target.length()).isEqualTo(after.release().documentLength());
        assertThat(target.notBefore()).isEqualTo(after.rollout().life().startedAt());
        assertThat(target.floor()).isEqualTo(1);
    }

    @Test
    void itCanBeHaltedBeforeAnybodySigns() {
        fixture.tick();
        fixture.operator(RolloutVerb.HALT, waiting());
        fixture.tick();
        assertThat(waiting().rollout().state()).isEqualTo(RolloutState.HALTED);
        assertThat(trust.signings()).isEmpty();
    }

    private KeyFile.Plain releaseKey() throws IOException {
        return (KeyFile.Plain) KeyFiles.read(data.keys().resolve("offline/release.key"));
    }
}
