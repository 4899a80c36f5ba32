package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.simulator.Entries;
import org.metalayer.agent.simulator.ReleaseBuilder;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.EntryState;
import org.metalayer.protocol.message.UpgradeReport;

/** Leaving a release: withdrawn, not healthy, or not wanted. */
class WayBackTest extends WithMainSystem {

    private static final String LINKS_TO_NOTHING = "<script src=\"missing.js\"></script>";
    private static final String ENTRY = "{\"entry\":\"index.html\"}";

    private DeploymentEntry rollOut(ReleaseBuilder release) {
        return system.feed().rollOut(release.build());
    }

    private ReleaseBuilder version(int number) {
        return aRelease(system).version(number).file("a.txt", "a" + number).file("b.txt", "b");
    }

    @Test
    void aWithdrawnReleaseIsLeftForThePreviousOne() throws Exception {
        TestStick stick = stick();
        rollOut(version(1));
        stick.round();
        DeploymentEntry bad = rollOut(version(2));
        stick.round();
        system.feed().withdraw(bad, "it eats songs");
        stick.round();

        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "a1", "b.txt", "b"));
        assertThat(stick.version("player")).isEqualTo(1);
        assertThat(system.outcomes().results())
                .containsExactly("verified", "verified", "rolled_back");
        assertThat(system.outcomes().recorded().getLast().reason()).contains("it eats songs");
        stick.round();
        assertThat(system.outcomes().recorded()).hasSize(3);
    }

    @Test
    void theWayBackNeedsNoNetworkOnceTheWithdrawalIsKnown() throws Exception {
        TestStick stick = stick();
        rollOut(version(1));
        stick.round();
        rollOut(version(2));
        stick.round();
        system.faults().offline(true);
        stick.asksToRollBack("player");
        stick.round();

        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "a1", "b.txt", "b"));
        system.faults().offline(false);
        stick.round();
        assertThat(system.outcomes().results())
                .as("the owner's own wish says nothing about the release")
                .containsExactly("verified", "verified", "declined");
        assertThat(stick.version("player")).as("it is not installed again").isEqualTo(1);
    }

    @Test
    void whatTheOwnerChangedSinceComesBackAlong() throws Exception {
        TestStick stick = stick();
        rollOut(version(1));
        stick.round();
        stick.write("player", "before.txt", "before");
        DeploymentEntry bad = rollOut(version(2));
        stick.round();
        stick.write("player", "b.txt", "mine");
        stick.write("player", "since.txt", "since");
        system.feed().withdraw(bad, "bad");
        stick.round();

        assertThat(stick.files("player"))
                .isEqualTo(
                        Map.of(
                                "a.txt",
                                "a1",
                                "b.txt",
                                "mine",
                                "before.txt",
                                "before",
                                "since.txt",
                                "since"));
    }

    @Test
    void aWithdrawnNewComponentGoesAwayWithTheOwnersChangesKept() throws Exception {
        TestStick stick = stick();
        DeploymentEntry bad = rollOut(version(1));
        stick.round();
        stick.write("player", "own.txt", "own");
        system.feed().withdraw(bad, "bad");
        stick.round();

        assertThat(stick.content("player")).doesNotExist();
        assertThat(stick.version("player")).isZero();
        assertThat(Trees.contents(stick.root().resolve(".metalayer/kept/player")).values())
                .containsExactlyInAnyOrder("a1", "b", "own");
    }

    @Test
    void aWithdrawnNewComponentThatNobodyTouchedLeavesNothingBehind() throws Exception {
        TestStick stick = stick();
        DeploymentEntry bad = rollOut(version(1));
        stick.round();
        system.feed().withdraw(bad, "bad");
        stick.round();

        assertThat(stick.content("player")).doesNotExist();
        assertThat(stick.root().resolve(".metalayer/kept/player")).doesNotExist();
        assertThat(Trees.contents(stick.root().resolve(".metalayer/previous"))).isEmpty();
    }

    @Test
    void theContributorKeepsItsFilesWhenItsReleaseIsWithdrawn() throws Exception {
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        stick.report("notes", "Notes");
        stick.round();
        UpgradeReport report = system.reports().complete().getFirst();
        DeploymentEntry entry = system.feed().rollOut(ReleaseBuilder.approved(report, 1));
        stick.round();
        system.feed().withdraw(entry, "bad");
        stick.round();

        assertThat(stick.files("notes")).isEqualTo(Map.of("n.txt", "mine"));
        assertThat(stick.version("notes")).isZero();
        assertThat(system.outcomes().results()).containsExactly("verified", "rolled_back");
    }

    @Test
    void anUnhealthyReleaseIsLeftAtOnceAndNotTriedAgain() throws Exception {
        TestStick stick = stick();
        rollOut(version(1));
        stick.round();
        rollOut(version(2).file("component.json", ENTRY).file("index.html", LINKS_TO_NOTHING));
        stick.round();
        stick.round();

        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "a1", "b.txt", "b"));
        assertThat(system.outcomes().results()).containsExactly("verified", "failed");
        assertThat(system.outcomes().recorded().getLast().reason()).contains("missing.js");
    }

    @Test
    void anUnhealthyNewComponentGoesAway() throws Exception {
        TestStick stick = stick();
        rollOut(
                version(1)
                        .file(
                                "component.json",
                                "{\"health\":[{\"kind\":\"file\",\"path\":\"x\"}]}"));
        stick.round();

        assertThat(stick.content("player")).doesNotExist();
        assertThat(system.outcomes().results()).containsExactly("failed");
    }

    @Test
    void aReleaseThatWantsMoreRoomThanThereIsIsNotHealthy() throws Exception {
        TestStick stick = stick();
        rollOut(
                version(1)
                        .file(
                                "component.json",
                                "{\"health\":[{\"kind\":\"free-space\",\"min_bytes\":%s}]}"
                                        .formatted(Long.MAX_VALUE)));
        stick.round();

        assertThat(system.outcomes().results()).containsExactly("failed");
        assertThat(system.outcomes().recorded().getLast().reason()).contains("free space");
    }

    @Test
    void aReleaseIsVerifiedOnlyAfterItsTimeAndOverRestarts() throws Exception {
        TestStick stick = stick();
        system.feed()
                .rollOut(
                        version(1).build(),
                        entry -> Entries.verifiedAfter(entry, Duration.ofMinutes(10)));
        stick.round();
        assertThat(stick.version("player")).isEqualTo(1);
        assertThat(system.outcomes().recorded()).isEmpty();

        stick.uptime().pass(Duration.ofMinutes(9));
        stick.round();
        stick.uptime().reboot();
        stick.round();
        assertThat(system.outcomes().recorded()).isEmpty();

        stick.uptime().pass(Duration.ofMinutes(1));
        stick.round();
        assertThat(system.outcomes().results()).containsExactly("verified");
    }

    @Test
    void aReleaseThatBreaksWhileItIsWatchedIsLeft() throws Exception {
        TestStick stick = stick();
        rollOut(version(1));
        stick.round();
        system.feed()
                .rollOut(
                        version(2)
                                .file("component.json", ENTRY)
                                .file("index.html", "<script src=\"p.js\"></script>")
                                .file("p.js", "play()")
                                .build(),
                        entry -> Entries.verifiedAfter(entry, Duration.ofMinutes(10)));
        stick.round();
        Files.delete(stick.content("player").resolve("p.js"));
        stick.round();

        assertThat(stick.version("player")).isEqualTo(1);
        assertThat(stick.read("player", "a.txt")).isEqualTo("a1");
        assertThat(system.outcomes().results()).containsExactly("verified", "failed");
    }

    @Test
    void aReleaseThatIsWithdrawnWhileItIsWatchedIsLeft() throws Exception {
        TestStick stick = stick();
        rollOut(version(1));
        stick.round();
        DeploymentEntry bad =
                system.feed()
                        .rollOut(
                                version(2).build(),
                                entry -> Entries.verifiedAfter(entry, Duration.ofMinutes(10)));
        stick.round();
        system.feed().withdraw(bad, "bad");
        stick.round();

        assertThat(stick.version("player")).isEqualTo(1);
        assertThat(system.outcomes().results()).containsExactly("verified", "rolled_back");
    }

    @Test
    void aWithdrawnReleaseIsLeftAlsoWhileAnotherOneWaitsToTakeItsPlace() throws Exception {
        TestStick stick = stick();
        rollOut(version(1));
        stick.round();
        DeploymentEntry bad = rollOut(version(2));
        stick.round();
        DeploymentEntry next = rollOut(version(3));
        system.faults().cutAnswers("/feed/v1/blobs/", 0, 50);
        stick.round();
        assertThat(stick.local().journal().all()).hasSize(1);

        system.faults().clear();
        system.feed().put(Entries.as(next, EntryState.PAUSED));
        system.feed().withdraw(bad, "bad");
        stick.round();
        assertThat(stick.version("player")).isEqualTo(1);
        assertThat(stick.read("player", "a.txt")).isEqualTo("a1");

        system.feed().put(next);
        stick.round();
        assertThat(stick.read("player", "a.txt")).isEqualTo("a3");
        assertThat(system.outcomes().results())
                .containsExactly("verified", "verified", "rolled_back", "verified");
    }

    @Test
    void aDamagedPreviousTreeIsNotReturnedToButLaidOutAnew() throws Exception {
        TestStick stick = stick();
        rollOut(version(1));
        stick.round();
        DeploymentEntry bad = rollOut(version(2));
        stick.round();
        SortedMap<String, String> previous = previous(stick);
        assertThat(previous.values()).containsExactly("a1", "b");
        Files.writeString(
                stick.root().resolve(".metalayer/previous/player").resolve(previous.firstKey()),
                "rotten");
        system.feed().withdraw(bad, "bad");
        stick.round();

        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "a1", "b.txt", "b"));
    }

    @Test
    void anOwnerWhoKeepsMoreFilesThanAReportHoldsGoesBackAllTheSame() throws Exception {
        TestStick stick = stick();
        rollOut(version(1));
        stick.round();
        DeploymentEntry bad = rollOut(version(2));
        stick.round();
        for (int n = 0; n <= FileManifest.MAX_FILES; n++) {
            stick.write("player", "songs/" + n, "");
        }
        system.feed().withdraw(bad, "bad");
        stick.round();

        assertThat(stick.read("player", "a.txt")).isEqualTo("a1");
        assertThat(stick.content("player").resolve("songs"))
                .isDirectoryContaining("regex:.*/" + FileManifest.MAX_FILES);
        assertThat(system.outcomes().results())
                .containsExactly("verified", "verified", "rolled_back");

        rollOut(version(3));
        stick.round();
        assertThat(stick.read("player", "a.txt")).isEqualTo("a3");
    }

    @Test
    void oneComponentsDamagedRecordDoesNotStopTheOthers() throws Exception {
        TestStick stick = stick();
        rollOut(version(1));
        stick.round();
        Files.writeString(stick.directory().attempts().resolve("player.json"), "{");
        rollOut(version(2));
        rollOut(version(1).component("radio"));
        stick.round();

        assertThat(stick.version("radio")).isEqualTo(1);
        assertThat(stick.local().contact().orElseThrow().trouble().orElseThrow())
                .contains("player.json");
    }

    @Test
    void onlyOneReleaseBackIsKept() throws Exception {
        TestStick stick = stick();
        for (int number = 1; number <= 4; number++) {
            rollOut(version(number));
            stick.round();
        }

        assertThat(previous(stick).values()).containsExactly("a3", "b");
    }

    private static SortedMap<String, String> previous(TestStick stick) throws IOException {
        Path previous = stick.root().resolve(".metalayer/previous/player");
        return Trees.contents(previous);
    }
}
