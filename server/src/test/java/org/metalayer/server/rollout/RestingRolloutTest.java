package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;

/** A complete rollout is watched for a week, and that costs little. */
@QuarkusTest
class RestingRolloutTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject RolloutFixture fixture;
    @Inject SimulatedFleet fleet;

    private List<SimulatedStick> sticks;
    private RolloutDetail complete;

    @BeforeEach
    void aRolloutIsComplete() throws IOException {
        fixture.begin();
        sticks = fleet.enrolOnline(6);
        RolloutDetail rollout = fixture.start(sticks.getFirst(), UpgradeType.BUGFIX);
        fixture.report(rollout, fixture.reached(rollout, sticks), OutcomeResult.VERIFIED);
        fixture.look(rollout);
        fixture.report(rollout, sticks.subList(1, 6), OutcomeResult.VERIFIED);
        complete = fixture.look(rollout);
        assertThat(complete.rollout().life().state()).isEqualTo(RolloutState.COMPLETED);
    }

    @Test
    void itIsCountedOnceAMinute() {
        fixture.at(MINUTE.multipliedBy(5), complete);
        fleet.become(sticks.getLast(), "RETIRED");
        assertThat(total(fixture.look(complete))).isEqualTo(6);

        assertThat(total(fixture.at(MINUTE.multipliedBy(6), complete))).isEqualTo(5);
    }

    @Test
    void anOutcomeIsLookedAtWhenItComes() {
        fixture.at(MINUTE.multipliedBy(5), complete);

        fixture.report(complete, sticks.subList(1, 3), OutcomeResult.ROLLED_BACK);

        assertThat(fixture.look(complete).rollout().life().state()).isEqualTo(RolloutState.HALTED);
    }

    private static long total(RolloutDetail rollout) {
        return rollout.rings().stream().mapToLong(ring -> ring.counts().total()).sum();
    }
}
