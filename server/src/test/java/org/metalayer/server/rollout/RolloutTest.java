package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.server.evaluation.DecisionRecord;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;

@QuarkusTest
class RolloutTest {
    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Rollouts rollouts;
    @Inject RolloutSchedule schedule;
    @Inject Outcomes outcomes;

    @BeforeEach
    void begin() {
        TestClock.reset();
        fleet.clear();
    }

    @Test
    void smoke() {
        List<SimulatedStick> sticks = fleet.enrolOnline(5);
        DecisionRecord decision = story.decide(sticks.getFirst(), Proposal.of(UpgradeType.BUGFIX));
        assertThat(decision.ruling().reasons()).isEmpty();
    }
}
