package org.metalayer.acceptance.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Background;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Rollout;
import org.metalayer.acceptance.harness.StickProcess;
import org.metalayer.acceptance.harness.Trees;

/**
 * The agent is killed again and again while it installs. A sample: the agent's own tests die at
 * every single step.
 */
class AgentKilledIT {
    private static final String PLAYER = "music-player";
    private static final Path OLD = Programs.example("music-player");
    private static final Path NEW = Programs.example("music-player-playlist");
    private static final int KILLED = 137;

    /** Storage operations between two kills. */
    private static final int STRIDE = 9;

    @Test
    void afterEveryKillTheStickRunsTheOldOrTheNewReleaseWhole() throws Exception {
        try (Fleet fleet = Fleet.start("agent-killed", 2)) {
            StickProcess victim = fleet.stick(2);
            release(fleet, OLD, 1);
            victim.close();
            Path before = victim.root().resolveSibling("before");
            copy(victim.root(), before);
            releaseWithoutTheVictim(fleet);

            int kills = 0;
            int step = 1;
            while (diesAt(step, victim)) {
                kills++;
                step += STRIDE;
                assertWhole(victim);
                victim.start();
                eventually(
                        "the new release runs",
                        () -> assertThat(tree(victim)).isEqualTo(contents(NEW)));
                victim.close();
                Finished.ok("rm", "-rf", victim.root().toString());
                copy(before, victim.root());
            }
            assertThat(kills).isGreaterThanOrEqualTo(10);
            assertThat(tree(victim)).isEqualTo(contents(NEW));
            Rollout.of(fleet.operator(), PLAYER, 2).awaitState("completed");
        }
    }

    /** Whether the agent died there, and not only after it had installed everything. */
    private static boolean diesAt(int step, StickProcess victim) {
        Background agent = victim.startDyingAt(step).agent();
        eventually(
                "dead or done",
                Duration.ofSeconds(60),
                () -> !agent.isAlive() || tree(victim).equals(contents(NEW)),
                done -> done);
        throw new AssertionError(KILLED);
    }

    private static void release(Fleet fleet, Path tree, int version) throws Exception {
        Owner maker = new Owner(fleet.stick(1));
        maker.puts(tree, PLAYER);
        maker.reports(PLAYER, "bugfix", "Version " + version);
        Rollout.of(fleet.operator(), PLAYER, version).awaitState("completed");
    }

    private static void releaseWithoutTheVictim(Fleet fleet) throws Exception {
        Owner maker = new Owner(fleet.stick(1));
        maker.puts(NEW, PLAYER);
        maker.reports(PLAYER, "bugfix", "Version 2");
        Rollout.of(fleet.operator(), PLAYER, 2);
    }

    private static void assertWhole(StickProcess stick) throws Exception {
        assertThat(tree(stick)).isIn(contents(OLD), contents(NEW));
    }

    private static SortedMap<String, String> tree(StickProcess stick) throws Exception {
        return contents(stick.content(PLAYER));
    }

    private static SortedMap<String, String> contents(Path tree) throws Exception {
        return Trees.contents(tree);
    }

    private static void copy(Path from, Path to) throws Exception {
        Finished.ok("cp", "-a", from.toString(), to.toString());
    }
}
