package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.agent.install.Resolution;
import org.metalayer.agent.simulator.ReleaseBuilder;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.protocol.message.UpgradeReport;

/** What the owner changed is never overwritten, and a conflict is shown, not decided. */
class OwnersChangesTest extends WithMainSystem {

    private TestStick stick;

    @BeforeEach
    void installTheFirstRelease() throws Exception {
        system.feed()
                .rollOut(
                        aRelease(system)
                                .file("a.txt", "a1")
                                .file("b.txt", "b1")
                                .file("c.txt", "c1")
                                .build());
        stick = stick();
        stick.round();
    }

    private void rollOutTheSecond() {
        system.feed().rollOut(second().build());
    }

    private ReleaseBuilder second() {
        return aRelease(system)
                .version(2)
                .file("a.txt", "a2")
                .file("b.txt", "b1")
                .file("d.txt", "d2");
    }

    @Test
    void changesInOtherFilesThanTheReleasesAreKept() throws Exception {
        stick.write("player", "b.txt", "mine");
        stick.write("player", "own.txt", "own");
        rollOutTheSecond();
        stick.round();

        assertThat(stick.files("player"))
                .isEqualTo(Map.of("a.txt", "a2", "b.txt", "mine", "d.txt", "d2", "own.txt", "own"));
        assertThat(system.outcomes().recorded().getLast().kept())
                .containsExactly(new RelativePath("b.txt"), new RelativePath("own.txt"));
    }

    @Test
    void whatTheOwnerDeletedStaysDeleted() throws Exception {
        Files.delete(stick.content("player").resolve("b.txt"));
        rollOutTheSecond();
        stick.round();

        assertThat(stick.files("player")).isEqualTo(Map.of("a.txt", "a2", "d.txt", "d2"));
    }

    @Test
    void inAConflictNothingIsActivatedAndTheOwnerIsAsked() throws Exception {
        stick.write("player", "a.txt", "mine");
        rollOutTheSecond();
        stick.round();
        stick.round();

        assertThat(stick.files("player"))
                .isEqualTo(Map.of("a.txt", "mine", "b.txt", "b1", "c.txt", "c1"));
        assertThat(system.outcomes().results()).containsExactly("verified", "conflict");
        assertThat(system.outcomes().recorded().getLast().reason())
                .contains("a.txt was changed here and by the release");
        assertThat(attemptConflicts()).hasSize(1);
    }

    @Test
    void keepMineInstallsTheRestAndLeavesTheOwnersFile() throws Exception {
        stick.write("player", "a.txt", "mine");
        rollOutTheSecond();
        stick.round();
        stick.asksToInstall("player", Resolution.KEEP_MINE);
        stick.round();

        assertThat(stick.files("player"))
                .isEqualTo(Map.of("a.txt", "mine", "b.txt", "b1", "d.txt", "d2"));
        assertThat(system.outcomes().results()).containsExactly("verified", "conflict", "verified");
        assertThat(stick.local().requests().all()).isEmpty();
    }

    @Test
    void takeTheirsInstallsAllAndSavesTheOwnersCopies() throws Exception {
        stick.write("player", "a.txt", "mine");
        stick.write("player", "b.txt", "not in question");
        rollOutTheSecond();
        stick.round();
        stick.asksToInstall("player", Resolution.TAKE_THEIRS);
        stick.round();

        assertThat(stick.files("player"))
                .isEqualTo(Map.of("a.txt", "a2", "b.txt", "not in question", "d.txt", "d2"));
        assertThat(kept()).containsExactly("a.txt: mine");
    }

    @Test
    void takeTheirsAlsoResolvesADeletedFileAndANameInTheWay() throws Exception {
        Files.delete(stick.content("player").resolve("a.txt"));
        stick.write("player", "d.txt/inside.txt", "in the way");
        stick.write("player", "c.txt", "changed, deleted by the release");
        rollOutTheSecond();
        stick.round();
        assertThat(attemptConflicts()).hasSize(3);
        stick.asksToInstall("player", Resolution.TAKE_THEIRS);
        stick.round();

        assertThat(stick.files("player"))
                .isEqualTo(Map.of("a.txt", "a2", "b.txt", "b1", "d.txt", "d2"));
        assertThat(kept())
                .containsExactly(
                        "c.txt: changed, deleted by the release", "d.txt/inside.txt: in the way");
    }

    @Test
    void aConflictThatTheOwnerEndsByHandEndsByItself() throws Exception {
        stick.write("player", "a.txt", "mine");
        rollOutTheSecond();
        stick.round();
        stick.write("player", "a.txt", "a1");
        stick.round();

        assertThat(stick.version("player")).isEqualTo(2);
        assertThat(system.outcomes().results()).containsExactly("verified", "conflict", "verified");
    }

    @Test
    void linksHiddenFoldersAndLeftoversComeAlong() throws Exception {
        Path content = stick.content("player");
        Files.createSymbolicLink(content.resolve("link"), Path.of("a.txt"));
        stick.write("player", ".git/HEAD", "ref");
        stick.write("player", "notes/draft.txt~", "draft");
        rollOutTheSecond();
        stick.round();

        assertThat(stick.version("player")).isEqualTo(2);
        assertThat(Files.readSymbolicLink(content.resolve("link"))).isEqualTo(Path.of("a.txt"));
        assertThat(stick.read("player", ".git/HEAD")).isEqualTo("ref");
        assertThat(stick.read("player", "notes/draft.txt~")).isEqualTo("draft");
    }

    @Test
    void aLinkWhereTheReleaseHasAFileIsAConflict() throws Exception {
        Files.createSymbolicLink(stick.content("player").resolve("d.txt"), Path.of("a.txt"));
        rollOutTheSecond();
        stick.round();
        assertThat(system.outcomes().results()).endsWith("conflict");

        stick.asksToInstall("player", Resolution.TAKE_THEIRS);
        stick.round();
        assertThat(stick.read("player", "d.txt")).isEqualTo("d2");
        assertThat(Files.isSymbolicLink(stick.content("player").resolve("d.txt"))).isFalse();
        assertThat(keptPaths()).containsExactly("d.txt");
    }

    @Test
    void aNameThatDiffersOnlyInCaseFromTheReleasesIsAConflict() throws Exception {
        stick.write("player", "D.txt", "mine");
        rollOutTheSecond();
        stick.round();

        assertThat(system.outcomes().results()).endsWith("conflict");
        assertThat(system.outcomes().recorded().getLast().reason()).contains("case");
    }

    @Test
    void theContributorAdoptsItsOwnReleaseWithoutARename() throws Exception {
        stick.write("player", "a.txt", "better");
        stick.report("player", "Better");
        Object before = Files.getAttribute(stick.content("player"), "unix:ino");
        stick.round();
        UpgradeReport report = system.reports().complete().getFirst();
        system.feed().rollOut(ReleaseBuilder.approved(report, 2));
        stick.round();

        assertThat(stick.version("player")).isEqualTo(2);
        assertThat(Files.getAttribute(stick.content("player"), "unix:ino")).isEqualTo(before);
        assertThat(system.outcomes().results()).containsExactly("verified", "verified");
    }

    @Test
    void whatTheContributorChangedAfterTheReportStaysAChange() throws Exception {
        stick.write("player", "a.txt", "better");
        stick.report("player", "Better");
        stick.round();
        stick.write("player", "a.txt", "better still");
        UpgradeReport report = system.reports().complete().getFirst();
        system.feed().rollOut(ReleaseBuilder.approved(report, 2));
        stick.round();

        assertThat(stick.version("player")).isEqualTo(2);
        assertThat(stick.read("player", "a.txt")).isEqualTo("better still");
        assertThat(system.outcomes().recorded().getLast().kept())
                .containsExactly(new RelativePath("a.txt"));
    }

    @Test
    void aFileInPlaceOfTheComponentIsToldAndLeftAlone() throws Exception {
        Files.writeString(stick.root().resolve("module/other"), "a file");
        system.feed().rollOut(aRelease(system).component("other").file("x", "x").build());
        stick.round();

        assertThat(stick.root().resolve("module/other")).hasContent("a file");
        assertThat(system.outcomes().recorded().getLast().reason()).contains("no directory");
        assertThat(system.outcomes().recorded().getLast().result())
                .as("the owner's own matter, not the release's")
                .isEqualTo(OutcomeResult.CONFLICT);
    }

    private List<String> attemptConflicts() throws Exception {
        return stick.local().attempts().of(new ComponentName("player")).stream()
                .flatMap(attempt -> attempt.ending().conflicts().stream())
                .flatMap(conflicts -> conflicts.files().stream())
                .toList();
    }

    /** Path and text of every copy in the kept directory, below the attempt's own. */
    private List<String> kept() throws Exception {
        return Trees.contents(stick.root().resolve(".metalayer/kept/player")).entrySet().stream()
                .map(file -> file.getKey().replaceFirst("[^/]+/", "") + ": " + file.getValue())
                .toList();
    }

    private List<String> keptPaths() throws Exception {
        Path kept = stick.root().resolve(".metalayer/kept/player");
        try (Stream<Path> walk = Files.walk(kept)) {
            return walk.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> kept.relativize(file).toString().replaceFirst("[^/]+/", ""))
                    .toList();
        }
    }
}
