package org.metalayer.acceptance.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.metalayer.acceptance.harness.Finished;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.StickProcess;
import org.metalayer.acceptance.harness.Trees;

/**
 * The agent dies by signal 9 at each step that its journal knows. Where it was faster than the
 * signal, the stick is put back to what it was and dies once more.
 */
@SuppressWarnings("NullAway.Init") // filled in before the first test
class EveryStepKilledIT {
    /** A step is over in some milliseconds: far fewer lives are needed. */
    private static final int LIVES = 30;

    private static final Map<String, String> QUICK = Map.of("METALAYER_ROLLOUT_VERIFY_FOR", "PT1S");

    private static Fleet fleet;
    private static StickProcess victim;

    @BeforeAll
    static void start() throws Exception {
        fleet = Fleet.start("every-step-killed", 2, QUICK);
        victim = fleet.stick(2);
        for (Player player : Player.values()) {
            victim.close();
            victim.start();
            player.release(fleet).awaitVerified(2);
            victim.close();
            copy(victim.root(), copyThatRuns(player));
        }
    }

    @AfterAll
    static void stop() {
        fleet.close();
    }

    @ParameterizedTest(name = "killed when {0}")
    @EnumSource
    void theStickRunsTheOldOrTheNewReleaseWholeAndGoesOn(InstallStep step) throws Exception {
        Course course = step.course();
        SortedMap<String, String> before = prepare(course);
        boolean hit = step.kills(course.begin(victim), victim);
        for (int life = 2; !hit && life <= LIVES; life++) {
            assertThat(contents()).isIn(before, course.end(before));
            prepare(course);
            hit = step.kills(course.begin(victim), victim);
        }
        assertThat(hit).as("died at this step").isTrue();
        assertThat(contents()).isIn(before, course.end(before));

        victim.start();
        eventually("the agent is done", () -> assertThat(InstallStep.journal(victim)).isEmpty());
        victim.kill9();
        assertThat(contents()).isEqualTo(course.end(before));
    }

    /** Puts the stick back to what it was; returns what it runs then. */
    private static SortedMap<String, String> prepare(Course course) throws Exception {
        copy(copyThatRuns(course.runs()), victim.root());
        course.prepare(victim);
        return contents();
    }

    private static Path copyThatRuns(Player player) {
        return victim.root().resolveSibling("runs-" + player);
    }

    private static SortedMap<String, String> contents() throws IOException {
        return Trees.contents(victim.content(Player.COMPONENT));
    }

    /** With owners, times and rights, as a backup would. */
    private static void copy(Path from, Path to) throws IOException, InterruptedException {
        Trees.delete(to);
        Finished.ok("cp", "-a", from.toString(), to.toString());
    }
}
