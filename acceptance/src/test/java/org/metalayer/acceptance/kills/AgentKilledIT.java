package org.metalayer.acceptance.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.StickProcess;

/**
 * The agent is killed again and again while it sends a report, each time a little later than the
 * time before, so that it also dies while it mends what the last kill left.
 */
class AgentKilledIT {
    private static final int KILLED = 137;

    @Test
    void aReportArrivesOnceHoweverOftenTheAgentDiesWhileItSendsIt() throws Exception {
        try (Fleet fleet = Fleet.start("sender-killed", 1)) {
            StickProcess sender = fleet.stick(1);
            sender.close();
            Owner maker = new Owner(sender);
            maker.puts(Programs.example("music-player-playlist"), Player.COMPONENT);
            Files.write(sender.content(Player.COMPONENT).resolve("long.bin"), new byte[3 << 20]);
            maker.reports(Player.COMPONENT, "ux", "With a long recording");

            int deaths = 0;
            while (sender.roundDyingAt(1 + deaths).status() == KILLED) {
                deaths++;
            }
            assertThat(deaths).isGreaterThan(5);
            eventually("it is decided", () -> assertThat(isApproved(fleet)).isTrue());
            assertThat(fleet.operator().reports(Player.COMPONENT)).hasSize(1);
            assertThat(fleet.operator().releases(Player.COMPONENT)).hasSize(1);
        }
    }

    private static boolean isApproved(Fleet fleet) throws Exception {
        return fleet.operator().reports(Player.COMPONENT).stream()
                .anyMatch(report -> report.text("state").equals("approved"));
    }
}
