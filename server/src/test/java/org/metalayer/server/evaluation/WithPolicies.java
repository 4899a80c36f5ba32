package org.metalayer.server.evaluation;

import static org.metalayer.server.testing.PolicyFixture.approving;

import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.testing.PolicyFixture;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;

/** Tests of policies begin with the default one, one operator and one stick, and leave no other. */
abstract class WithPolicies {

    static final Map<String, Object> OFFERED =
            PolicyFixture.of(
                    approving("OPTIONAL", "type", "feature", "condition", "files_removed == 0"));

    @Inject SimulatedFleet fleet;
    @Inject PolicyFixture fixture;
    @Inject Story story;
    @Inject Sql sql;

    @SuppressWarnings("NullAway.Init") // set before each test
    SimulatedStick stick;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        fixture.reset();
        fixture.leaveOneOperator();
        stick = fleet.enrolOnline(1).getFirst();
    }

    @AfterEach
    void end() throws IOException {
        fleet.clear();
        fixture.reset();
        TestClock.reset();
    }
}
