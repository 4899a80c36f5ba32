package org.metalayer.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.system.Cutter;
import org.metalayer.protocol.system.SystemFiles;
import org.metalayer.protocol.system.SystemPart;
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

    private static final byte[] NATIVE = {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0};

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
        Proposal agent =
                Proposal.empty()
                        .type(type)
                        .component("agent")
                        .file(
                                "component.json",
                                """
                                {"title":"Agent","hardware_classes":["metalayer-console-amd64"],
                                 "agent":{"version":"0.2.0","sha256":"%s"}}
                                """
                                        .formatted("ab".repeat(32)));
        Random random = new Random(1);
        for (int n = 0; n < 3; n++) {
            byte[] piece = new byte[Cutter.MAX_PIECE];
            random.nextBytes(piece);
            if (n == 0) {
                System.arraycopy(NATIVE, 0, piece, 0, NATIVE.length);
            }
            agent.file(SystemFiles.path(SystemPart.PROGRAM, n).value(), piece);
        }

        Ruling ruling = story.decide(stick, agent).ruling();

        assertThat(ruling.verdict()).isEqualTo(Verdict.NEEDS_HUMAN);
        assertThat(ruling.reasons())
                .contains("agent runs outside the sandbox: a person must approve it");
    }
}
