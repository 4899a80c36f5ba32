package org.metalayer.agent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.files.TreeSketch.entry;
import static org.metalayer.agent.files.TreeSketch.manifest;
import static org.metalayer.agent.files.TreeSketch.tree;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.agent.files.PathOutcome.Conflict;
import org.metalayer.agent.files.PathOutcome.Delete;
import org.metalayer.agent.files.PathOutcome.KeepLocal;
import org.metalayer.agent.files.PathOutcome.Same;
import org.metalayer.agent.files.PathOutcome.TakeIncoming;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.RelativePath;

/** Sketches write a tree as {@code path=content}; an empty sketch has no file. */
class ThreeWayTest {

    @ParameterizedTest(name = "base {0}, local {1}, incoming {2}: {3}")
    @CsvSource({
        "f=1, f=1, f=1, Same",
        "'',  f=1, f=1, Same",
        "f=1, f=2, f=2, Same",
        "f=1, '',  '',  Same",
        "f=1, f=1, f=2, TakeIncoming",
        "'',  '',  f=1, TakeIncoming",
        "f=1, f=1, '',  Delete",
        "f=1, f=2, f=1, KeepLocal",
        "'',  f=1, '',  KeepLocal",
        "f=1, '',  f=1, KeepLocal",
        "f=1, f=2, f=3, Conflict",
        "'',  f=1, f=2, Conflict",
        "f=1, '',  f=2, Conflict",
        "f=1, f=2, '',  Conflict"
    })
    void decidesEveryCombination(String base, String local, String incoming, String outcome) {
        assertThat(outcome("f", merge(base, local, incoming)).getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void saysWhatTheOwnerHasToDecide() {
        assertThat(reason(merge("f=1", "f=2", "f=3"))).contains("changed here and by the release");
        assertThat(reason(merge("", "f=1", "f=2"))).contains("added here and by the release");
        assertThat(reason(merge("f=1", "", "f=2"))).contains("deleted here and changed by");
        assertThat(reason(merge("f=1", "f=2", ""))).contains("changed here and deleted by");
    }

    @Test
    void leavesTheOwnersFileStandingInAConflict() {
        assertThat(outcome("f", merge("f=1", "f=2", "f=3")).standing()).contains(entry("f", "2"));
    }

    @Test
    void aChangedModeIsAChange() {
        assertThat(outcome("f", merge("f=1", "f=1+x", "f=1"))).isInstanceOf(KeepLocal.class);
        assertThat(outcome("f", merge("f=1", "f=1+x", "f=2"))).isInstanceOf(Conflict.class);
    }

    @Test
    void combinesChangesOfDifferentFiles() {
        Merge merge = merge("a=1 b=1 c=1 d=1", "a=2 b=1 c=1", "a=1 b=2 d=1 e=1");

        assertThat(merge.isClean()).isTrue();
        assertThat(merge.files()).isEqualTo(manifest("a=2 b=2 e=1").files());
        assertThat(outcome("c", merge)).isEqualTo(new Delete());
        assertThat(outcome("d", merge)).isEqualTo(new KeepLocal(Optional.empty()));
        assertThat(outcome("e", merge)).isEqualTo(new TakeIncoming(entry("e", "1")));
    }

    @Test
    void aFolderOfTheReleaseDoesNotReplaceAFileOfTheOwner() {
        Merge merge = merge("", "music=1", "music/song=1");

        assertThat(outcome("music", merge)).isInstanceOf(KeepLocal.class);
        assertThat(reason(merge)).contains("lies in music, which is a file");
    }

    @Test
    void aFileOfTheReleaseDoesNotReplaceAFolderOfTheOwner() {
        Merge merge = merge("", "music/song=1", "music=1");

        assertThat(outcome("music/song", merge)).isInstanceOf(KeepLocal.class);
        assertThat(reason(merge)).contains("would have to be the folder of music/song");
    }

    @Test
    void aFolderMayReplaceAFileThatTheOwnerLeftAlone() {
        Merge merge = merge("music=1", "music=1", "music/song=1");

        assertThat(merge.isClean()).isTrue();
        assertThat(merge.files()).isEqualTo(manifest("music/song=1").files());
    }

    @Test
    void aFolderDoesNotReplaceAFileThatIsInConflictItself() {
        Merge merge = merge("music=1", "music=2", "music/song=1");

        assertThat(merge.conflicts()).hasSize(2);
        assertThat(merge.files()).isEqualTo(manifest("music=2").files());
    }

    @Test
    void aNameThatDiffersOnlyInCaseFromTheOwnersIsAConflict() {
        Merge merge = merge("", "readme=1", "README=2");

        assertThat(reason(merge)).contains("differs only in case from readme");
        assertThat(merge.files()).isEqualTo(manifest("readme=1").files());
    }

    @Test
    void aFolderThatDiffersOnlyInCaseFromOneOfTheOwnersIsAConflict() {
        Merge merge = merge("", "music/mine=1", "Music/theirs=1");

        assertThat(reason(merge)).contains("differs only in case from the folder music");
        assertThat(merge.files()).isEqualTo(manifest("music/mine=1").files());
    }

    @Test
    void aReleaseMayRenameAFileToOtherCase() {
        Merge merge = merge("readme=1", "readme=1", "README=1");

        assertThat(merge.isClean()).isTrue();
        assertThat(merge.files()).isEqualTo(manifest("README=1").files());
    }

    @Test
    void whatCannotBeReleasedIsNotOverwrittenEither() {
        Tree local =
                new Tree(
                        manifest("").files(),
                        List.of(
                                new RefusedEntry("link", "is a symbolic link"),
                                new RefusedEntry("folder/aux.txt", "is a device name")),
                        List.of(".git"));

        Merge merge =
                ThreeWay.merge(
                        FileManifest.EMPTY, local, manifest("link=1 folder=1 .git=1 good=1"));

        assertThat(merge.conflicts().keySet())
                .extracting(RelativePath::value)
                .containsExactly(".git", "folder", "link");
        assertThat(merge.files()).isEqualTo(manifest("good=1").files());
    }

    @Test
    void nothingIsPutThroughALinkOfTheOwner() {
        Tree local =
                new Tree(
                        manifest("").files(),
                        List.of(new RefusedEntry("music", "is a symbolic link")),
                        List.of());

        Merge merge =
                ThreeWay.merge(
                        manifest("music/a=1 music/b=1"),
                        local,
                        manifest("music/a=1 music/b=2 music/c=1"));

        assertThat(outcome("music/a", merge)).isEqualTo(new KeepLocal(Optional.empty()));
        assertThat(merge.conflicts()).hasSize(2);
        assertThat(merge.files()).isEmpty();
    }

    @Test
    void identicalTreesNeedNothing() {
        assertThat(merge("a=1 b/c=2", "a=1 b/c=2", "a=1 b/c=2").outcomes().values())
                .hasOnlyElementsOfType(Same.class);
    }

    private static Merge merge(String base, String local, String incoming) {
        return ThreeWay.merge(manifest(base), tree(local), manifest(incoming));
    }

    private static PathOutcome outcome(String path, Merge merge) {
        PathOutcome outcome = merge.outcomes().get(new RelativePath(path));
        assertThat(outcome).isNotNull();
        return outcome;
    }

    private static String reason(Merge merge) {
        assertThat(merge.conflicts()).hasSize(1);
        return merge.conflicts().firstEntry().getValue().reason();
    }
}
