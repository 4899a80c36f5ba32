package org.metalayer.agent.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.metalayer.agent.analytics.RecordingStick.ALL;
import static org.metalayer.agent.analytics.RecordingStick.LARGE;
import static org.metalayer.agent.analytics.RecordingStick.list;
import static org.metalayer.agent.analytics.RecordingStick.numbers;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.files.DiskFull;
import org.metalayer.agent.ledger.EntryRange;
import org.metalayer.agent.ledger.StoredEntry;
import org.metalayer.protocol.analytics.Purpose;
import org.metalayer.protocol.ledger.EntryKind;

/** What goes next: only what is allowed now, each once, and none lost. */
class OutboxTest {

    @TempDir private Path directory;
    private RecordingStick stick;

    @BeforeEach
    void prepare() throws IOException {
        stick = new RecordingStick(directory);
        stick.allow(ALL);
    }

    @Test
    void thePreviewIsByteForByteWhatTheLedgerHoldsAndWhatIsSent() throws Exception {
        stick.minutes(1);
        stick.record("{'consciousness_level_start':85,'errors_encountered':2}");
        Outbox outbox = stick.outbox();
        String preview = new String(outbox.preview(LARGE), UTF_8);
        List<StoredEntry> held = stick.entriesFrom(1);
        assertThat(preview)
                .isEqualTo(
                        new String(held.get(1).lines(), UTF_8)
                                + new String(held.get(3).lines(), UTF_8));
        assertThat(preview).doesNotContain("consciousness");
        assertThat(outbox.next(LARGE).bytes()).asString(UTF_8).isEqualTo(preview);
        assertThat(numbers(outbox.next(LARGE))).containsExactly(2L, 4L);
    }

    @Test
    void whatWasSentGoesNoMoreAlsoAfterARestart() throws Exception {
        stick.minutes(1);
        stick.minutes(2);
        Outbox outbox = stick.outbox();
        outbox.sent(outbox.next(LARGE), "receipt\n\"1\"");
        assertThat(outbox.next(LARGE).isEmpty()).isTrue();
        assertThat(RecordingStick.text(stick.entriesFrom(4).getFirst()))
                .isEqualTo(
                        """
                        {"entries":[{"first":2,"last":3}],"waiting":4,\
                        "receipt":"receipt\\n\\"1\\""}\
                        """);
        stick.restart();
        stick.minutes(3);
        assertThat(numbers(stick.outbox().next(LARGE))).containsExactly(5L);
        assertThat(stick.outbox().waiting()).isEqualTo(1);
    }

    @Test
    void aBatchIsNoLargerThanAskedAndTheOrderStays() throws Exception {
        for (int n = 0; n < 5; n++) {
            stick.minutes(n);
        }
        Outbox outbox = stick.outbox();
        assertThat(numbers(outbox.next(new BatchLimits(2, 1_000_000)))).isEqualTo(list(2, 3));
        int size = stick.entriesFrom(2).getFirst().lines().length;
        assertThat(numbers(outbox.next(new BatchLimits(9, 2L * size)))).isEqualTo(list(2, 3));
        assertThat(numbers(outbox.next(new BatchLimits(9, 2L * size - 1)))).isEqualTo(list(2));
        assertThat(numbers(outbox.next(new BatchLimits(9, 1))))
                .as("one goes however large it is")
                .isEqualTo(list(2));
        outbox.sent(outbox.next(new BatchLimits(2, 1_000_000)), "r");
        assertThat(numbers(outbox.next(LARGE))).isEqualTo(list(4, 5, 6));
        assertThatThrownBy(() -> new BatchLimits(0, 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BatchLimits(1, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> outbox.sent(new Batch(List.of()), "r"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void withdrawnBetweenRecordingAndSendingItIsKeptBack() throws Exception {
        stick.minutes(1);
        stick.record("{'errors_encountered':2}");
        stick.record("{'session_duration_minutes':3,'errors_encountered':3}");
        Outbox outbox = stick.outbox();
        stick.consents().change(before -> before.with(Purpose.USAGE, false));
        assertThat(numbers(outbox.next(LARGE))).containsExactly(3L);
        outbox.sent(outbox.next(LARGE), "r");
        assertThat(outbox.next(LARGE).isEmpty()).isTrue();
        assertThat(outbox.waiting()).isEqualTo(2);

        stick.restart();
        outbox = stick.outbox();
        assertThat(outbox.next(LARGE).isEmpty()).isTrue();
        stick.record("{'errors_encountered':4}");
        assertThat(numbers(outbox.next(LARGE))).containsExactly(7L);
        stick.consents().change(before -> before.with(Purpose.USAGE, true));
        assertThat(numbers(outbox.next(LARGE))).containsExactly(2L, 4L, 7L);
        outbox.sent(outbox.next(LARGE), "r");
        stick.restart();
        assertThat(stick.outbox().waiting()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OFF", "LOCAL"})
    void switchedOffNothingGoes(String mode) throws Exception {
        stick.minutes(1);
        Outbox outbox = stick.outbox();
        stick.consents().change(before -> before.in(Mode.valueOf(mode)));
        assertThat(outbox.next(LARGE).isEmpty()).isTrue();
        stick.allow(ALL);
        assertThat(numbers(outbox.next(LARGE))).containsExactly(2L);
    }

    @Test
    void fieldsThatTheOwnerHasNotSeenWaitUntilItWasAsked() throws Exception {
        stick.minutes(1);
        stick.consents().change(before -> before.havingSeen(0));
        stick.minutes(2);
        assertThat(stick.kinds().getLast()).isEqualTo(EntryKind.LOCAL);
        Outbox outbox = stick.outbox();
        assertThat(outbox.next(LARGE).isEmpty()).isTrue();
        stick.consents().change(before -> before.havingSeen(1));
        assertThat(numbers(outbox.next(LARGE))).containsExactly(2L);
    }

    @Test
    void aDamagedConsentSendsNothing() throws Exception {
        stick.minutes(1);
        Files.writeString(stick.consentFile(), "{");
        stick.restart();
        assertThat(stick.outbox().next(LARGE).isEmpty()).isTrue();
    }

    @Test
    void aChangeThatCannotBeWrittenKeepsAllBack() throws Exception {
        stick.minutes(1);
        Outbox outbox = stick.outbox();
        stick.full("append"::equals);
        assertThatThrownBy(() -> stick.allow(ALL.in(Mode.LOCAL))).isInstanceOf(DiskFull.class);
        assertThat(outbox.next(LARGE).isEmpty()).isTrue();
    }

    @Test
    void whatIsDeletedGoesNoMore() throws Exception {
        stick.minutes(1);
        stick.minutes(2);
        Outbox outbox = stick.outbox();
        assertThat(outbox.next(LARGE).entries()).hasSize(2);
        new Erasure(stick.ledger()).one(2);
        assertThat(numbers(outbox.next(LARGE))).containsExactly(3L);
        assertThat(outbox.waiting()).isEqualTo(1);
        stick.restart();
        assertThat(stick.outbox().waiting()).isEqualTo(1);
    }

    @Test
    void whatOnlyALaterProgramUnderstandsIsKeptBack() throws Exception {
        stick.ledger().append(EntryKind.RECORD, "{\"mood\":1}".getBytes(UTF_8));
        stick.ledger().append(new EntryKind("song"), "la".getBytes(UTF_8));
        stick.minutes(1);
        assertThat(numbers(stick.outbox().next(LARGE))).containsExactly(4L);
    }

    @Test
    void aCutBetweenTheAnswerAndItsEntryMakesTheSameBytesGoAgain() throws Exception {
        boolean cut = true;
        int again = 0;
        for (int number = 1; cut; number++) {
            RecordingStick other = new RecordingStick(directory.resolve("cut-" + number));
            other.allow(ALL);
            other.minutes(1);
            other.minutes(2);
            Outbox outbox = other.outbox();
            Batch batch = outbox.next(LARGE);
            other.cutBefore(number);
            try {
                outbox.sent(batch, "r");
                cut = false;
            } catch (RecordingStick.PowerCut _) {
                assertThat(outbox.next(LARGE).bytes()).isEqualTo(batch.bytes());
            }
            other.restart();
            boolean noted = other.kinds().contains(EntryKind.SENT);
            Batch next = other.outbox().next(LARGE);
            assertThat(next.bytes()).isEqualTo(noted ? new byte[0] : batch.bytes());
            again += noted ? 0 : 1;
        }
        assertThat(again).isPositive();
    }

    @Test
    void aTornEntryAboutWhatWasSentCountsAsNone() throws Exception {
        stick.minutes(1);
        Outbox outbox = stick.outbox();
        byte[] sent = outbox.preview(LARGE);
        outbox.sent(outbox.next(LARGE), "r");
        Path file = directory.resolve("ledger/000000000001.ledger");
        try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
            torn.setLength(torn.length() - 5);
        }
        stick.restart();
        assertThat(stick.outbox().preview(LARGE)).isEqualTo(sent);
    }

    @Test
    void onAFullStickWhatWasSentGoesAgain() throws Exception {
        stick.minutes(1);
        Outbox outbox = stick.outbox();
        Batch batch = outbox.next(LARGE);
        stick.full("append"::equals);
        assertThatThrownBy(() -> outbox.sent(batch, "r")).isInstanceOf(DiskFull.class);
        stick.full(_ -> false);
        assertThat(outbox.next(LARGE).bytes()).isEqualTo(batch.bytes());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no json",
                "{'entries':[{'first':2,'last':2}],'waiting':99,'receipt':'r'}",
                "{'entries':[{'first':2,'last':2}],'waiting':0,'receipt':'r'}",
                "{'entries':[{'first':2,'last':77}],'waiting':3,'receipt':'r'}",
                "{'entries':[{'first':2,'last':1}],'waiting':3,'receipt':'r'}",
                "{'entries':[{'first':2,'last':2}],'receipt':'r'}"
            })
    void anEntryThatCannotBeOfUsLosesNothing(String content) throws Exception {
        stick.minutes(1);
        stick.ledger().append(EntryKind.SENT, content.replace('\'', '"').getBytes(UTF_8));
        stick.minutes(2);
        assertThat(numbers(stick.outbox().next(LARGE))).containsExactly(2L, 4L);
    }

    @Test
    void severalBatchesInAnyOrderSendEachOnce() throws Exception {
        for (int n = 0; n < 20; n++) {
            stick.record(
                    n % 3 == 0 ? "{'errors_encountered':1}" : "{'session_duration_minutes':1}");
        }
        List<Long> sent = new ArrayList<>();
        BatchLimits three = new BatchLimits(3, 1_000_000);
        for (int n = 0; n < 40; n++) {
            boolean usage = n % 4 < 2;
            stick.consents().change(before -> before.with(Purpose.USAGE, usage));
            Outbox outbox = stick.outbox();
            Batch batch = outbox.next(three);
            stick.consents().change(before -> before.with(Purpose.RELIABILITY, !usage));
            outbox.next(three);
            if (!batch.isEmpty()) {
                outbox.sent(batch, "r");
                sent.addAll(numbers(batch));
            }
        }
        assertThat(sent).hasSize(20).doesNotHaveDuplicates();
        assertThat(stick.outbox().waiting()).isZero();
        assertThat(new Batch(List.of()).ranges()).isEqualTo(List.<EntryRange>of());
    }
}
