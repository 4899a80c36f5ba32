package org.metalayer.server.evaluation.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.metalayer.server.evaluation.stage.Finding.Doubtful;
import org.metalayer.server.evaluation.stage.Finding.Passed;
import org.metalayer.server.evaluation.stage.Finding.Refused;

class StagesTest {

    private static final byte[] ELF = HexFormat.of().parseHex("7f454c460201010000000000");
    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d");

    @Test
    void everyStageLeavesEvidenceOfASoundReport() throws IOException {
        Dossier dossier =
                aReport().file("index.html", "<script src=\"player.js\"></script>")
                        .file("player.js", "play()")
                        .file("component.json", "{\"entry\":\"index.html\"}")
                        .build();

        assertThat(Stages.examine(dossier))
                .allSatisfy(each -> assertThat(each.finding()).isInstanceOf(Passed.class))
                .extracting(StageEvidence::stage)
                .containsExactly(
                        "payload", "difference", "parents", "types", "health", "claims");
    }

    @Test
    void aMissingOrOddSizedFileIsRefusedAndNothingElseIsRead() throws IOException {
        assertThat(
                        Stages.examine(
                                aReport().file("a.txt", "a").notUploaded("a.txt").build()))
                .containsExactly(
                        new StageEvidence("payload", new Refused("a.txt was never uploaded")));
        assertThat(
                        Stages.examine(
                                aReport().file("a.txt", "a")
                                        .uploadedWithSize("a.txt", 5)
                                        .build()))
                .containsExactly(
                        new StageEvidence(
                                "payload", new Refused("a.txt has 5 bytes, 1 were declared")));
    }

    @Test
    void whatChangesNothingIsRefused() throws IOException {
        Dossier same = aReport().head(1, "a.txt").onHead().file("a.txt", "1a.txt").build();

        assertThat(finding(new DifferenceStage(), same)).isInstanceOf(Refused.class);
    }

    @Test
    void differencesAreCounted() throws IOException {
        Dossier dossier =
                aReport().head(1, "a.txt", "b.txt", "c.txt")
                        .onHead()
                        .file("a.txt", "1a.txt")
                        .file("b.txt", "changed")
                        .file("d.txt", "new")
                        .build();

        assertThat(finding(new DifferenceStage(), dossier))
                .isEqualTo(new Passed("1 files added, 1 modified, 1 removed"));
    }

    @Test
    void parentsMustExistAndBelongToTheComponent() throws IOException {
        assertThat(
                        finding(
                                new ParentStage(),
                                aReport().file("a.txt", "a").onUnknownRelease().build()))
                .isEqualTo(new Refused("a parent that the report names does not exist"));
        assertThat(
                        finding(
                                new ParentStage(),
                                aReport().file("a.txt", "a").onForeignComponent().build()))
                .isEqualTo(new Refused("a parent is a release of another component"));
    }

    @Test
    void aStaleParentNeedsAPersonAndNamesWhatBothChanged() throws IOException {
        Dossier stale =
                aReport().head(2, "a.txt", "b.txt", "c.txt")
                        .onOlder(1, "a.txt", "b.txt", "c.txt")
                        .file("a.txt", "mine")
                        .file("b.txt", "1b.txt")
                        .file("c.txt", "1c.txt")
                        .build();

        assertThat(finding(new ParentStage(), stale))
                .isEqualTo(
                        new Doubtful(
                                "builds on version 1, while version 2 is the newest; changed by both: a.txt"));
    }

    @Test
    void aComponentThatExistsIsNotMadeAnewUnnoticed() throws IOException {
        Dossier anew = aReport().head(3, "a.txt").file("x.txt", "x").build();

        assertThat(finding(new ParentStage(), anew).detail())
                .startsWith("builds on no release, while version 3 is the newest");
    }

    @Test
    void aProgramInDisguiseIsRefused() throws IOException {
        assertThat(finding(new TypeStage(), aReport().file("photo.png", ELF).build()))
                .isEqualTo(new Refused("photo.png is a program in disguise"));
    }

    @Test
    void aProgramOrAnExecutableModeNeedsAPerson() throws IOException {
        assertThat(finding(new TypeStage(), aReport().file("tool", ELF).build()))
                .isEqualTo(new Doubtful("tool can run outside the sandbox"));
        assertThat(finding(new TypeStage(), aReport().file("run", "#!/bin/sh").build()))
                .isInstanceOf(Doubtful.class);
        assertThat(finding(new TypeStage(), aReport().executable("run.txt", "echo").build()))
                .isInstanceOf(Doubtful.class);
    }

    @Test
    void aFileThatIsNotWhatItsNameSaysNeedsAPerson() throws IOException {
        assertThat(finding(new TypeStage(), aReport().file("a.jpg", PNG).build()))
                .isEqualTo(new Doubtful("a.jpg is not what its name says"));
        assertThat(finding(new TypeStage(), aReport().file("a.png", PNG).build()))
                .isInstanceOf(Passed.class);
        assertThat(finding(new TypeStage(), aReport().file("a.js", PNG).build()))
                .isInstanceOf(Doubtful.class);
    }

    @Test
    void textThatHappensToBeginLikeAProgramIsText() throws IOException {
        assertThat(finding(new TypeStage(), aReport().file("a.txt", "MZ is a name").build()))
                .isInstanceOf(Passed.class);
    }

    @Test
    void onlyWhatIsNewIsLookedAt() throws IOException {
        Dossier dossier =
                aReport().head(1, "a.png").onHead().file("a.png", "1a.png").file("b", "b").build();

        assertThat(finding(new TypeStage(), dossier)).isInstanceOf(Passed.class);
    }

    @Test
    void whatTheComponentDeclaresMustHold() throws IOException {
        assertThat(
                        finding(
                                new HealthStage(),
                                aReport().file("component.json", "{\"entry\":\"index.html\"}")
                                        .file("index.html", "<img src=\"gone.png\">")
                                        .build()))
                .isEqualTo(new Refused("index.html refers to gone.png, which does not exist"));
        assertThat(
                        finding(
                                new HealthStage(),
                                aReport().file("component.json", "{\"entry\":").build()))
                .isInstanceOf(Refused.class);
    }

    private static DossierBuilder aReport() {
        return DossierBuilder.aReport();
    }

    private static Finding finding(Stage stage, Dossier dossier) throws IOException {
        return stage.examine(dossier);
    }
}
