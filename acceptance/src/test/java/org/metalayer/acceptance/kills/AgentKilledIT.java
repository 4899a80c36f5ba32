package org.metalayer.acceptance.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.nio.file.Files;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Background;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Rollout;
import org.metalayer.acceptance.harness.StickProcess;
import org.metalayer.acceptance.harness.Trees;

/**
 * The agent is killed again and again while it installs, each time a little later than the time
 * before, so that it also dies while it mends what the last kill left. A sample of its storage
 * operations: the agent's own tests die at every single one.
 */
class AgentKilledIT {
    private static final int KILLED = 137;

    /** Storage operations by which each life is longer than the one before. */
    private static final int STRIDE = 4;

    @Test
    void afterEveryKillTheStickRunsTheOldOrTheNewReleaseWhole() throws Exception {
        try (Fleet fleet = Fleet.start("agent-killed", 2)) {
            Player.OLD.release(fleet).awaitVerified(2);
            StickProcess victim = fleet.stick(2);
            victim.close();
            Rollout rollout = Player.NEW.release(fleet);
            rollout.awaitState("running");

            int kills = 0;
            while (diesAt(1 + kills * STRIDE, victim)) {
                kills++;
                assertThat(contents(victim))
                        .as("after kill %d", kills)
                        .isIn(Player.OLD.contents(), Player.NEW.contents());
            }
            assertThat(kills).isGreaterThanOrEqualTo(10);
            assertThat(contents(victim)).isEqualTo(Player.NEW.contents());
            victim.agent().close();
            victim.start();
            rollout.awaitVerified(2);
        }
    }

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

    /** Whether the agent died there, and not only after it had installed the new release. */
    private static boolean diesAt(int step, StickProcess victim) throws Exception {
        Background agent = victim.startDyingAt(step).agent();
        eventually(
                "dead at %d or done".formatted(step),
                () -> !agent.isAlive() || isDone(agent),
                done -> done);
        if (isDone(agent)) {
            return false;
        }
        assertThat(agent.exit()).isEqualTo(KILLED);
        return true;
    }

    private static boolean isDone(Background agent) {
        return agent.printed().contains(Player.COMPONENT + " 2: installed and healthy");
    }

    private static SortedMap<String, String> contents(StickProcess stick) throws Exception {
        return Trees.contents(stick.content(Player.COMPONENT));
    }
}
