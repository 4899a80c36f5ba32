package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;

/** What is for some sticks only is drawn among those. */
@QuarkusTest
class HardwareClassTest {

    private static final String CLASS = "metalayer-console-amd64";

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;
    @Inject Sql sql;

    @BeforeEach
    void begin() throws IOException {
        fixture.begin();
    }

    private RolloutDetail start(SimulatedStick contributor, String... classes) {
        String json = "{\"hardware_classes\":[\"" + String.join("\",\"", classes) + "\"]}";
        return fixture.start(
                contributor, Proposal.of(UpgradeType.FEATURE).file("component.json", json));
    }

    private void become(List<SimulatedStick> sticks, String hardwareClass) {
        for (SimulatedStick stick : sticks) {
            sql.update(
                    "UPDATE stick SET hardware_class = ? WHERE id = ?", hardwareClass, stick.id());
        }
    }

    private List<UUID> drawn(RolloutDetail rollout) {
        return sql.list(
                "SELECT stick_id FROM deployment WHERE rollout_id = ?",
                row -> row.uuid("stick_id"),
                rollout.rollout().id());
    }

    @Test
    void othersHaveNoPartAndRingsAreSharesOfThoseThatHave() {
        List<SimulatedStick> sticks = fleet.enrolOnline(30);
        List<SimulatedStick> booted = sticks.subList(20, 30);
        become(booted, CLASS);

        RolloutDetail rollout = start(sticks.getFirst(), "other", CLASS);

        assertThat(drawn(rollout))
                .containsExactlyInAnyOrderElementsOf(
                        booted.stream().map(SimulatedStick::id).toList());
        assertThat(rollout.rings())
                .extracting(ring -> ring.counts().total())
                .containsExactly(1L, 4L, 5L);
    }

    @Test
    void theManifestAndTheReleaseSayForWhomItIs() {
        List<SimulatedStick> sticks = fleet.enrolOnline(2);
        RolloutDetail rollout = start(sticks.getFirst(), CLASS);

        DeploymentEntry entry = fixture.entry(rollout);
        assertThat(entry.target().orElseThrow().hardwareClasses()).containsExactly(CLASS);
        assertThat(rollout.release().hardwareClasses()).containsExactly(CLASS);
    }

    @Test
    void whatNamesNoneIsForAll() {
        List<SimulatedStick> sticks = fleet.enrolOnline(4);
        become(sticks.subList(2, 4), CLASS);

        assertThat(drawn(fixture.start(sticks.getFirst(), UpgradeType.FEATURE))).hasSize(4);
    }
}
