package org.metalayer.acceptance.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.metalayer.acceptance.harness.Fleet;
import org.metalayer.acceptance.harness.Operator;
import org.metalayer.acceptance.harness.Owner;
import org.metalayer.acceptance.harness.Programs;
import org.metalayer.acceptance.harness.Rollout;
import org.metalayer.acceptance.harness.StickProcess;
import org.metalayer.acceptance.harness.Trees;
import org.metalayer.acceptance.harness.View;

/** A music player is made, improved by another stick, and survives a release that goes wrong. */
class StoryIT {
    private static final String PLAYER = "music-player";
    private static final Path FIRST = Programs.example("music-player");
    private static final Path PLAYLIST = Programs.example("music-player-playlist");
    private static final Path BROKEN = Programs.example("music-player-broken");

    @Test
    void anImprovementReachesEveryStickAnotherBuildsOnItAndABrokenOneIsTakenBack()
            throws Exception {
        try (Fleet fleet = Fleet.start("story", 5)) {
            String first = oneStickMakesAPlayerAndAllGetItOverAWeek(fleet);
            String second = anotherStickImprovesItAndTheLineageShows(fleet, first);
            aBrokenReleaseHaltsAndEveryStickIsBack(fleet, second);
        }
    }

    private static String oneStickMakesAPlayerAndAllGetItOverAWeek(Fleet fleet) throws Exception {
        Owner maker = new Owner(fleet.stick(1));
        maker.puts(FIRST, PLAYER);
        maker.reports(PLAYER, "feature", "A music player", "--feature", "Music Player");

        Rollout rollout = Rollout.of(fleet.operator(), PLAYER, 1);
        assertThat(rollout.view().text("strategy")).isEqualTo("STAGED");
        goesOutInThreeSteps(fleet, rollout);
        assertEveryStickHas(fleet, FIRST);
        return rollout.releaseId();
    }

    private static String anotherStickImprovesItAndTheLineageShows(Fleet fleet, String parent)
            throws Exception {
        Owner improver = new Owner(fleet.stick(2));
        improver.puts(PLAYLIST, PLAYER);
        improver.reports(PLAYER, "feature", "Playlists", "--feature", "Playlist");

        Operator operator = fleet.operator();
        Rollout rollout = Rollout.of(operator, PLAYER, 2);
        assertThat(rollout.view().at("release").texts("parents")).containsExactly(parent);
        List<View> lineage = operator.view("/components/" + PLAYER + "/lineage").list("releases");
        assertThat(lineage)
                .extracting(release -> release.text("contributor", "module_id"))
                .containsExactlyInAnyOrder("usb_001", "usb_002");
        goesOutInThreeSteps(fleet, rollout);
        assertEveryStickHas(fleet, PLAYLIST);
        return rollout.releaseId();
    }

    private static void aBrokenReleaseHaltsAndEveryStickIsBack(Fleet fleet, String good)
            throws Exception {
        Owner unlucky = new Owner(fleet.stick(3));
        unlucky.puts(BROKEN, PLAYER);
        unlucky.reports(PLAYER, "bugfix", "Nine megabytes of free space are needed");

        Operator operator = fleet.operator();
        Rollout rollout = Rollout.of(operator, PLAYER, 3);
        View halted = rollout.awaitState("halted");
        assertThat(halted.text("reason")).isNotBlank();
        assertThat(halted.number("counts", "verified")).isZero();
        assertThat(operator.view("/releases/" + rollout.releaseId()).flag("withdrawn")).isTrue();
        assertThat(operator.view("/releases/" + good).flag("withdrawn")).isFalse();
        eventually(
                "every stick runs the second version",
                () -> assertThat(runningVersions(operator)).containsOnly(2L).hasSize(5));
        for (StickProcess stick : fleet.sticks()) {
            if (!stick.moduleId().equals("usb_003")) {
                assertThat(Trees.contents(stick.content(PLAYER)))
                        .as(stick.moduleId())
                        .isEqualTo(Trees.contents(PLAYLIST));
            }
        }
    }

    private static void goesOutInThreeSteps(Fleet fleet, Rollout rollout) throws Exception {
        rollout.awaitVerified(1);
        assertThat(rollout.rings())
                .extracting(ring -> ring.number("counts", "total"))
                .as("10 %, 50 %, 100 % of five sticks: one, two more, two more")
                .containsExactly(1L, 2L, 2L);
        assertThat(rollout.rings().getLast().text("state")).isEqualTo("waiting");
        fleet.system().clock().advance(Duration.ofDays(2));
        rollout.awaitVerified(3);
        fleet.system().clock().advance(Duration.ofDays(4));
        rollout.awaitVerified(5);
        fleet.system().clock().advance(Duration.ofDays(1));
        rollout.awaitState("completed");
    }

    private static void assertEveryStickHas(Fleet fleet, Path tree) throws Exception {
        for (StickProcess stick : fleet.sticks()) {
            assertThat(Trees.contents(stick.content(PLAYER)))
                    .as(stick.moduleId())
                    .isEqualTo(Trees.contents(tree));
        }
    }

    private static List<Long> runningVersions(Operator operator) throws Exception {
        return operator.list("/sticks", Map.of()).stream()
                .flatMap(stick -> stick.list("installed").stream())
                .filter(component -> component.text("component").equals(PLAYER))
                .map(component -> component.number("version"))
                .toList();
    }
}
