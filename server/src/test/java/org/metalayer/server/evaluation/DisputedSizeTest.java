package org.metalayer.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.FileMode;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.TestClock;

/** Reports of one stick that declare one content with different sizes: at most one can be right. */
@QuarkusTest
class DisputedSizeTest {

    /** More than one, so that which of them is looked at first is no matter of luck. */
    private static final List<Integer> LIES = List.of(1, 998, 999, 1001, 1002, 5000);

    @Inject SimulatedFleet fleet;
    @Inject Reports reports;
    @Inject Evaluations evaluations;
    @Inject AbandonedReports abandoned;

    private final byte[] song = new byte[1000];
    private final Sha256 digest;
    private final Proposal right;

    private SimulatedStick stick;
    private List<byte[]> wrong = List.of();

    DisputedSizeTest() {
        new Random().nextBytes(song);
        digest = Sha256.of(song);
        right = Proposal.empty().file("song.bin", song);
    }

    @BeforeEach
    void report() throws IOException {
        fleet.clear();
        stick = fleet.enrolOnline(1).getFirst();
        wrong = LIES.stream().map(this::lie).toList();
        wrong.subList(0, 3).forEach(this::submit);
        submit(right.signedBy(stick));
        wrong.subList(3, LIES.size()).forEach(this::submit);
    }

    @AfterEach
    void back() {
        TestClock.reset();
    }

    @Test
    void aPackWithTheRightOneIsTakenAndTheWrongReportsFail() throws IOException {
        reports.storePack(stick.principal(), new ByteArrayInputStream(right.pack()), -1);

        assertThat(submit(right.signedBy(stick))).isEqualTo(ReportState.PENDING);
        wrong.forEach(this::submit);
        assertThat(evaluations.evaluatePending())
                .filteredOn(decision -> !decision.reportId().equals(right.id()))
                .hasSameSizeAs(LIES)
                .allSatisfy(decision ->
                        assertThat(decision.ruling().reasons().getFirst())
                                .contains("song.bin has 1000 bytes"));
    }

    @Test
    void partsOfTheRightOneAreTakenAlsoPastAWrongEnd() {
        assertThat(part(0, 999)).isEqualTo(new UploadProgress(999, false));
        assertThat(progress()).isEqualTo(new UploadProgress(999, false));
        assertThat(part(999, 1000)).isEqualTo(new UploadProgress(1000, true));

        assertThat(submit(right.signedBy(stick))).isEqualTo(ReportState.PENDING);
    }

    @Test
    void noMoreComesThanTheLargestDeclares() {
        byte[] endless = Arrays.copyOf(song, 5001);
        assertThatThrownBy(() -> append(0, endless))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("declares 5000 bytes");
    }

    /** As read from a bad medium, which a sender has no more of. */
    @Test
    void wrongBytesOfTheRightSizeAreDroppedWhenTheirSenderHasNoMore() {
        assertThat(append(0, new byte[1000])).isEqualTo(new UploadProgress(1000, false));
        assertThatThrownBy(() -> part(1000, 1000))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("send it again from the start");

        assertThat(progress()).isEqualTo(new UploadProgress(0, false));
        assertThat(part(0, 1000)).isEqualTo(new UploadProgress(1000, true));
    }

    @Test
    void whatCameForALongerReportIsDroppedOnceThatHasEnded() {
        stick = fleet.enrolOnline(1).getFirst();
        submit(lie(5000));
        append(0, new byte[3000]);
        TestClock.shift(Duration.ofDays(10));
        Proposal later = Proposal.empty().file("song.bin", song);
        submit(later.signedBy(stick));
        assertThat(progress()).isEqualTo(new UploadProgress(3000, false));

        TestClock.shift(Duration.ofDays(15));
        abandoned.sweep();

        assertThat(progress()).isEqualTo(new UploadProgress(0, false));
        assertThat(part(0, 1000)).isEqualTo(new UploadProgress(1000, true));
        assertThat(submit(later.signedBy(stick))).isEqualTo(ReportState.PENDING);
    }

    private UploadProgress part(int from, int to) {
        return append(from, Arrays.copyOfRange(song, from, to));
    }

    private UploadProgress append(int offset, byte[] bytes) {
        return reports.append(stick.principal(), digest, offset, new ByteArrayInputStream(bytes));
    }

    private UploadProgress progress() {
        return reports.progress(stick.principal(), digest);
    }

    private ReportState submit(byte[] envelope) {
        return reports.submit(stick.principal(), envelope).report().state();
    }

    /** The same report with another size. */
    private byte[] lie(int size) {
        UpgradeReport report = right.report(stick.moduleId());
        FileEntry file = new FileEntry(new RelativePath("song.bin"), size, FileMode.PLAIN, digest);
        return new UpgradeReport(
                        UUID.randomUUID(),
                        report.contributor(),
                        report.component(),
                        report.type(),
                        report.description(),
                        report.features(),
                        report.claims(),
                        report.parents(),
                        FileManifest.of(List.of(file)),
                        report.createdAt())
                .sign(stick.key())
                .encode();
    }
}
