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
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;

/** Sticks of which several copies may be alive get upgrades, and decide nothing about them. */
@QuarkusTest
class QuarantinedSticksTest {

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;
    @Inject Sql sql;

    @BeforeEach
    void begin() throws IOException {
        fixture.begin();
    }

    @Test
    void aQuarantinedStickIsNoTestStick() {
        List<SimulatedStick> sticks = fleet.enrolOnline(6);
        fleet.markTestStick(sticks.get(4));
        fleet.become(sticks.get(4), "QUARANTINED");

        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.PERFORMANCE);

        assertThat(named(rollout)).hasSize(3).doesNotContain(sticks.get(4).id());
    }

    @Test
    void whatAQuarantinedStickSaysHaltsNothingAndVerifiesNothing() {
        List<SimulatedStick> sticks = fleet.enrolOnline(5);
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.BUGFIX);
        List<SimulatedStick> wave = fixture.reached(rollout, sticks);
        wave.forEach(stick -> fleet.become(stick, "QUARANTINED"));

        fixture.report(rollout, wave, OutcomeResult.FAILED);
        RolloutDetail later = fixture.look(rollout);

        assertThat(later.rollout().state()).isEqualTo(RolloutState.RUNNING);
        assertThat(later.rings().getFirst().counts().harmed()).isZero();
        fixture.report(rollout, wave, OutcomeResult.VERIFIED);
        assertThat(fixture.look(rollout).rings().getFirst().counts().verified()).isZero();
    }

    @Test
    void aRingReachesAsFarAsItHasToForThoseThatCount() {
        List<SimulatedStick> sticks = fleet.enrolOnline(40);
        sticks.subList(10, 40).forEach(stick -> fleet.become(stick, "QUARANTINED"));

        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.FEATURE);

        assertThat(rollout.rings())
                .extracting(ring -> ring.counts().total())
                .containsExactly(1L, 4L, 5L);
    }

    @Test
    void whoIsAloneAmongQuarantinedOnesIsInTheFirstRing() {
        List<SimulatedStick> sticks = fleet.enrolOnline(3);
        sticks.subList(1, 3).forEach(stick -> fleet.become(stick, "QUARANTINED"));

        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.FEATURE);

        assertThat(rollout.rings().getFirst().counts().total()).isEqualTo(1);
    }

    private List<UUID> named(RolloutDetail rollout) {
        return sql.list(
                "SELECT stick_id FROM deployment WHERE rollout_id = ? AND named",
                row -> row.uuid("stick_id"),
                rollout.rollout().id());
    }
}
