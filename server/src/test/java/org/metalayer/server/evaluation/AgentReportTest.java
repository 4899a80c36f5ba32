package org.metalayer.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.policy.Ruling;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;

/** An agent is let in, and no policy lets it out: a person decides. */
@QuarkusTest
class AgentReportTest {

    @Inject SimulatedFleet fleet;
    @Inject Story story;

    private SimulatedStick stick;

    @BeforeEach
    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        stick = fleet.enrolOnline(1).getFirst();
    }

    @ParameterizedTest
    @EnumSource
    void aPersonDecidesOnIt(UpgradeType type) {
        Ruling ruling = story.decide(stick, Proposal.anAgent().type(type)).ruling();

        assertThat(ruling.verdict()).isEqualTo(Verdict.NEEDS_HUMAN);
        assertThat(ruling.reasons())
                .contains("agent runs outside the sandbox: a person must approve it");
    }

    @Test
    void whatNoStickCouldInstallIsRejected() {
        for (Proposal wrong :
                List.of(
                        Proposal.aFeature().component("agent"),
                        Proposal.anAgent().file("second", "program"),
                        Proposal.anAgent()
                                .file(
                                        "component.json",
                                        """
                                        {"agent":{"version":"0.2.0","sha256":"%s"}}
                                        """
                                                .formatted("ab".repeat(32))))) {
            assertThat(story.decide(stick, wrong).ruling().verdict()).isEqualTo(Verdict.REJECT);
        }
    }
}
