package org.metalayer.agent.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.analytics.RecordingStick.ALL;
import static org.metalayer.agent.analytics.RecordingStick.ID;

import java.io.OutputStream;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.agent.ledger.Ledger;
import org.metalayer.protocol.analytics.AnalyticsRecord;
import org.metalayer.protocol.analytics.Purpose;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.protocol.ledger.EntryKind;

/** A stick that was without a network for a long time. */
class ManyRecordsTest {

    private static final int RECORDS = 100_000;
    private static final int BATCH = 8_000;
    private static final int PAGE = 4_000;

    @TempDir private Path directory;
    private long read;

    @Test
    void aHundredThousandRecordsAreSentReadingOnAndNeverAllOver() throws Exception {
        RecordingStick stick = RecordingStick.fast(directory);
        stick.allow(ALL.with(Purpose.RELIABILITY, false));
        fill(stick);
        Outbox outbox = outbox(stick);
        assertThat(outbox.waiting()).isEqualTo(RECORDS);
        assertThat(read).as("once backwards, once forwards").isLessThan(2L * RECORDS + 2 * PAGE);
        read = 0;
        long sent = send(outbox);
        assertThat(sent).as("the others are kept back").isEqualTo(RECORDS / 2);
        assertThat(read).as("each read a few times").isLessThan(3L * RECORDS);

        read = 0;
        stick.record("{'session_duration_minutes':1}");
        assertThat(outbox.next(new BatchLimits(BATCH, Long.MAX_VALUE)).entries()).hasSize(1);
        assertThat(read).as("what is kept back is not read again").isLessThan(3L * PAGE);

        stick.allow(ALL);
        outbox = outbox(stick);
        assertThat(outbox.waiting()).isEqualTo(RECORDS / 2 + 1);
        assertThat(send(outbox)).isEqualTo(RECORDS / 2 + 1);
        read = 0;
        assertThat(outbox(stick).waiting()).isZero();
        assertThat(read).as("a start reads the end only").isLessThan(3L * PAGE);
        takeOutAndDelete(stick);
    }

    private static void takeOutAndDelete(RecordingStick stick) throws Exception {
        new Export(stick.ledger()).json(OutputStream.nullOutputStream());
        new Export(stick.ledger()).csv(Writer.nullWriter());
        assertThat(new Erasure(stick.ledger()).all())
                .isInstanceOfSatisfying(
                        Erased.Done.class,
                        done -> assertThat(done.records()).isEqualTo(RECORDS + 1));
        assertThat(new Erasure(stick.ledger()).all()).isInstanceOf(Erased.Nothing.class);
        assertThat(stick.ledger().check()).isEmpty();
    }

    private static void fill(RecordingStick stick) throws Exception {
        JsonValue one = new JsonValue.Decimal(BigDecimal.ONE);
        for (int n = 0; n < RECORDS; n++) {
            String field = n % 2 == 0 ? "session_duration_minutes" : "errors_encountered";
            byte[] content =
                    new AnalyticsRecord(ID, stick.now(), Map.of(field, one), Duration.ofDays(30))
                            .bytes();
            stick.ledger().append(EntryKind.RECORD, content);
        }
    }

    private Outbox outbox(RecordingStick stick) throws Exception {
        Ledger ledger = stick.ledger();
        Pages counted =
                new Pages(
                        number -> {
                            var page = ledger.page(number);
                            read += page.size();
                            assertThat(page).hasSizeLessThan(PAGE);
                            return page;
                        },
                        ledger::head);
        Outbox outbox = new Outbox(ledger, stick.consents()::current, counted);
        outbox.start();
        return outbox;
    }

    private static long send(Outbox outbox) throws Exception {
        long sent = 0;
        BatchLimits limits = new BatchLimits(BATCH, Long.MAX_VALUE);
        for (Batch batch = outbox.next(limits); !batch.isEmpty(); batch = outbox.next(limits)) {
            assertThat(batch.entries()).hasSizeLessThanOrEqualTo(BATCH);
            outbox.sent(batch, "r");
            sent += batch.entries().size();
        }
        return sent;
    }
}
