package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.metalayer.agent.simulator.ReleaseBuilder.aRelease;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.report.NothingToReportException;
import org.metalayer.agent.report.Proposal;
import org.metalayer.agent.report.SentReport;
import org.metalayer.agent.report.SpooledReport;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.UpgradeReport;

/** Reports get through, once, as they were signed. */
class ReportingTest extends WithMainSystem {

    private static final String BLOBS = "/api/v1/stick/blobs";
    private static final String REPORTS = "/api/v1/stick/upgrade-reports";

    @Test
    void aReportMadeOfflineIsSentLaterExactlyOnce() throws Exception {
        TestStick stick = stick();
        stick.round();
        system.faults().offline(true);
        stick.write("notes", "n.txt", "mine");
        SpooledReport spooled = stick.report("notes", "Notes");
        stick.round();
        assertThat(system.reports().all()).isEmpty();

        system.faults().offline(false);
        stick.round();
        stick.round();
        assertThat(system.reports().complete())
                .extracting(UpgradeReport::reportId)
                .containsExactly(spooled.report().reportId());
        assertThat(stick.local().reportSpool().waiting()).isEmpty();
        assertThat(requests("POST " + REPORTS)).isEqualTo(2);
    }

    @Test
    void whatWasSignedIsWhatIsSentWhateverTheOwnerDoesNext() throws Exception {
        TestStick stick = stick();
        stick.write("notes", "n.txt", "signed");
        stick.write("notes", "big.bin", "x".repeat(3 << 20));
        stick.report("notes", "Notes");
        stick.write("notes", "n.txt", "edited since");
        Files.delete(stick.content("notes").resolve("big.bin"));
        stick.round();

        assertThat(system.reports().complete()).hasSize(1);
        assertThat(system.blobs().get(sha("signed"))).isPresent();
        assertThat(system.blobs().get(sha("edited since"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aLostAnswerLeadsToTheSameReportNotASecondOne(int lost) throws Exception {
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        stick.report("notes", "Notes");
        system.faults().loseAnswers("POST", REPORTS, lost);
        system.faults().loseAnswers("POST", BLOBS, lost);
        for (int round = 0; round <= lost; round++) {
            stick.round();
        }

        assertThat(system.reports().all()).hasSize(1);
        assertThat(system.reports().complete()).hasSize(1);
        assertThat(stick.local().reportSpool().waiting()).isEmpty();
    }

    @Test
    void aLargeFileGoesOnWhereTheLineBroke() throws Exception {
        TestStick stick = stick();
        byte[] big = new byte[10 << 20];
        new Random(1).nextBytes(big);
        stick.write("album", "index.html", "<p>");
        Files.write(stick.content("album").resolve("big.bin"), big);
        stick.report("album", "An album");
        system.faults().loseAnswers("PATCH", BLOBS, 1);
        system.faults().cutRequests("PATCH", BLOBS, 1000, 1);
        stick.round();
        stick.round();

        assertThat(system.reports().complete()).hasSize(1);
        assertThat(system.blobs().get(Sha256.of(big))).isPresent();
        assertThat(system.reports().pieces()).containsExactly(4 << 20, 4 << 20, 2 << 20);
    }

    /** They came for another report, which declared something else of the same name. */
    @Test
    void bytesThatAreNotOfTheFileCostOneMoreAttemptAndNotTheReport() throws Exception {
        TestStick stick = stick();
        byte[] big = new byte[5 << 20];
        new Random(1).nextBytes(big);
        Files.createDirectories(stick.content("album"));
        Files.write(stick.content("album").resolve("big.bin"), big);
        stick.report("album", "An album");
        system.reports().have(Sha256.of(big), new byte[800]);
        stick.round();

        assertThat(system.reports().complete()).hasSize(1);
        assertThat(system.blobs().get(Sha256.of(big))).isPresent();
    }

    @Test
    void aLargeFileThatCameWholeButWasNotStoredIsStoredLater() throws Exception {
        TestStick stick = stick();
        byte[] big = new byte[5 << 20];
        new Random(1).nextBytes(big);
        Files.createDirectories(stick.content("album"));
        Files.write(stick.content("album").resolve("big.bin"), big);
        stick.report("album", "An album");
        system.reports().failToStore();
        stick.round();

        assertThat(system.reports().complete()).hasSize(1);
        assertThat(system.reports().pieces()).containsExactly(4 << 20, 1 << 20, 0);
    }

    @Test
    void manySmallFilesGoInFewRequests() throws Exception {
        TestStick stick = stick();
        for (int n = 0; n < 300; n++) {
            stick.write("notes", "dir%s/n%s.txt".formatted(n % 7, n), "text " + n);
        }
        stick.report("notes", "Notes");
        stick.round();

        assertThat(system.reports().complete()).hasSize(1);
        assertThat(requests("POST " + BLOBS)).isEqualTo(1);
    }

    @Test
    void emptyFilesAndTheExecutableBitTravel() throws Exception {
        TestStick stick = stick();
        stick.write("notes", "empty", "");
        stick.write("notes", "run.sh", "true");
        assertThat(stick.content("notes").resolve("run.sh").toFile().setExecutable(true)).isTrue();
        stick.report("notes", "Notes");
        stick.round();

        UpgradeReport report = system.reports().complete().getFirst();
        assertThat(report.files().entries())
                .extracting(file -> file.path() + " " + file.size() + " " + file.mode().octal())
                .containsExactly("empty 0 0644", "run.sh 4 0755");
    }

    @Test
    void onlyTheFilesNamedLeaveTheStick() throws Exception {
        system.feed().rollOut(aRelease(system).file("a.txt", "a").file("b.txt", "b").build());
        TestStick stick = stick();
        stick.round();
        stick.write("player", "a.txt", "better");
        stick.write("player", "b.txt", "private");
        stick.local()
                .reports()
                .propose(
                        new Proposal(
                                new ComponentName("player"),
                                UpgradeType.BUGFIX,
                                "Only a",
                                List.of(),
                                List.of(),
                                Optional.of(Set.of(new RelativePath("a.txt")))));
        stick.round();

        UpgradeReport report = system.reports().complete().getFirst();
        assertThat(report.files().entries())
                .extracting(FileEntry::sha256)
                .containsExactly(sha("better"), sha("b"));
        assertThat(system.blobs().get(sha("private"))).isEmpty();
    }

    @Test
    void aReportNamesTheReleaseItImproves() throws Exception {
        var entry = system.feed().rollOut(aRelease(system).file("a.txt", "a").build());
        TestStick stick = stick();
        stick.round();
        stick.write("player", "a.txt", "better");
        stick.report("player", "Better");
        stick.round();

        assertThat(system.reports().complete().getFirst().parents())
                .containsExactly(entry.releaseId());
    }

    @Test
    void whatIsNotChangedCannotBeReported() throws Exception {
        system.feed().rollOut(aRelease(system).file("a.txt", "a").build());
        TestStick stick = stick();
        stick.round();

        assertThatThrownBy(() -> stick.report("player", "Nothing"))
                .isInstanceOf(NothingToReportException.class)
                .hasMessageContaining("nothing was changed in player since version 1");
        assertThatThrownBy(() -> stick.report("nowhere", "Nothing"))
                .isInstanceOf(NothingToReportException.class)
                .hasMessageContaining("module/nowhere");
    }

    @Test
    void aComponentWithALinkIsNotReportedAndTheLinkIsNamed() throws Exception {
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        Files.createSymbolicLink(stick.content("notes").resolve("shadow"), Path.of("/etc/shadow"));

        assertThatThrownBy(() -> stick.report("notes", "Notes"))
                .hasMessageContaining("shadow is a symbolic link");
        assertThat(stick.local().reportSpool().waiting()).isEmpty();
    }

    @Test
    void namesThatDifferOnlyInCaseAreNotReported() throws Exception {
        TestStick stick = stick();
        stick.write("notes", "Readme.txt", "one");
        stick.write("notes", "README.txt", "two");

        assertThatThrownBy(() -> stick.report("notes", "Notes"))
                .hasMessageContaining("Readme.txt")
                .hasMessageContaining("case");
    }

    @Test
    void aRefusedReportLeavesTheSpoolWithItsReasonAndTheNextOneIsSent() throws Exception {
        system.reports().refuse(422, "malformed", "the description is rude");
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        stick.report("notes", "Notes");
        stick.round();

        SentReport sent = stick.local().sentReports().all().getFirst();
        assertThat(sent.state()).isEqualTo("refused");
        assertThat(sent.reasons()).containsExactly("malformed: the description is rude");
        assertThat(stick.local().reportSpool().waiting()).isEmpty();
    }

    @Test
    void theOwnerLearnsWhatWasDecided() throws Exception {
        TestStick stick = stick();
        stick.write("notes", "n.txt", "mine");
        SpooledReport spooled = stick.report("notes", "Notes");
        stick.round();
        system.reports().decide(spooled.report().reportId(), "rejected");
        stick.round();

        SentReport sent = stick.local().sentReports().all().getFirst();
        assertThat(sent.state()).isEqualTo("rejected");
        assertThat(sent.reasons()).containsExactly("because");
    }

    private long requests(String line) {
        return system.requests().stream().filter(line::equals).count();
    }

    private static Sha256 sha(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
