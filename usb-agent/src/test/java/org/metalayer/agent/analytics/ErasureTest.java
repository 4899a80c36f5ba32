package org.metalayer.agent.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.metalayer.agent.analytics.RecordingStick.ALL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.agent.files.DiskFull;
import org.metalayer.agent.ledger.EntryRange;
import org.metalayer.protocol.ledger.EntryKind;

/** Deleted is deleted, the evidence stays, and the Main System is told. */
class ErasureTest {

    @TempDir private Path directory;
    private RecordingStick stick;

    @BeforeEach
    void prepare() throws IOException {
        stick = new RecordingStick(directory);
        stick.allow(ALL);
        stick.minutes(101);
        stick.record("{'consciousness_level_start':77}");
        stick.minutes(103);
        stick.minutes(104);
    }

    @Test
    void oneRecordIsDeleted() throws Exception {
        assertThat(erasure().one(2)).isEqualTo(new Erased.Done(6, 1));
        assertThat(everything()).doesNotContain("101").contains("103", "104");
        assertThat(stick.ledger().check()).isEmpty();
        assertThat(erasure().one(2)).isInstanceOf(Erased.Nothing.class);
        assertThat(erasure().one(99)).isInstanceOf(Erased.Nothing.class);
        assertThat(erasure().one(-3)).isInstanceOf(Erased.Nothing.class);
        assertThat(stick.kinds()).hasSize(6);
    }

    @Test
    void aSpanIsDeleted() throws Exception {
        assertThat(erasure().span(new EntryRange(3, 4))).isEqualTo(new Erased.Done(6, 2));
        assertThat(everything()).doesNotContain("77", "103").contains("101", "104");
        assertThat(erasure().span(new EntryRange(1, 1_000_000))).isEqualTo(new Erased.Done(7, 2));
    }

    @Test
    void allRecordsAreDeletedAndTheEvidenceStays() throws Exception {
        Outbox outbox = stick.outbox();
        outbox.sent(outbox.next(RecordingStick.LARGE), "the receipt");
        assertThat(erasure().all()).isEqualTo(new Erased.Done(7, 4));
        assertThat(everything())
                .doesNotContain("101", "77", "103", "104", "\"analytics\"")
                .contains("the receipt", "registry_version");
        stick.restart();
        assertThat(stick.consents().current()).isEqualTo(ALL);
        assertThat(erasure().one(1)).as("a consent").isInstanceOf(Erased.Nothing.class);
        assertThat(stick.ledger().check()).isEmpty();
    }

    @Test
    void theMainSystemIsToldUntilItAcknowledges() throws Exception {
        Deletions deletions = new Deletions(stick.ledger());
        assertThat(deletions.pending()).isEmpty();
        erasure().span(new EntryRange(2, 4));
        erasure().one(5);
        PendingDeletion first =
                new PendingDeletion(6, List.of(new EntryRange(2, 2), new EntryRange(4, 4)));
        PendingDeletion second = new PendingDeletion(7, List.of(new EntryRange(5, 5)));
        assertThat(deletions.pending()).as("not what stayed here").containsExactly(first, second);

        deletions.acknowledged(6, "gone");
        assertThat(deletions.pending()).containsExactly(second);
        assertThatThrownBy(() -> deletions.acknowledged(6, "gone"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> deletions.acknowledged(2, "gone"))
                .isInstanceOf(IllegalArgumentException.class);
        stick.restart();
        assertThat(new Deletions(stick.ledger()).pending()).containsExactly(second);
        assertThat(RecordingStick.text(stick.entriesFrom(8).getFirst()))
                .isEqualTo("{\"deletion\":6,\"receipt\":\"gone\"}");
    }

    @Test
    void ofWhatNeverLeavesItIsToldNothing() throws Exception {
        erasure().one(3);
        assertThat(new Deletions(stick.ledger()).pending()).isEmpty();
    }

    @Test
    void anAcknowledgementThatCannotBeReadCountsAsNone() throws Exception {
        erasure().one(2);
        stick.ledger().append(EntryKind.FORGOTTEN, "{\"deletion\":\"6\"}".getBytes(UTF_8));
        stick.ledger().append(EntryKind.DELETED, "nothing".getBytes(UTF_8));
        assertThat(new Deletions(stick.ledger()).pending()).hasSize(1);
    }

    @Test
    void anAcknowledgementThatFindsNoRoomIsAskedForAgain() throws Exception {
        erasure().one(2);
        Deletions deletions = new Deletions(stick.ledger());
        stick.full("append"::equals);
        assertThatThrownBy(() -> deletions.acknowledged(6, "gone")).isInstanceOf(DiskFull.class);
        assertThat(deletions.pending()).hasSize(1);
    }

    @Test
    void aDeletionThatFindsNoRoomIsNone() throws Exception {
        stick.full("append"::equals);
        assertThatThrownBy(() -> erasure().all()).isInstanceOf(DiskFull.class);
        stick.full(_ -> false);
        stick.minutes(105);
        stick.restart();
        assertThat(everything()).contains("101", "104", "105");
        assertThat(stick.ledger().check()).isEmpty();
    }

    @Test
    void aDeletionThatStuckIsCompletedByTheNext() throws Exception {
        int[] writes = {0};
        stick.full(operation -> operation.equals("write") && ++writes[0] > 1);
        assertThatThrownBy(() -> erasure().one(2)).isInstanceOf(DiskFull.class);
        assertThat(everything()).contains("101");
        stick.full(_ -> false);
        erasure().one(4);
        assertThat(everything()).doesNotContain("101", "103").contains("104");
        assertThat(stick.ledger().check()).isEmpty();
        assertThat(new Deletions(stick.ledger()).pending()).hasSize(2);
    }

    private Erasure erasure() {
        return new Erasure(stick.ledger());
    }

    private String everything() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file).replaceAll("[0-9a-f]{64}", "hash"));
            }
        }
        return all.toString();
    }
}
