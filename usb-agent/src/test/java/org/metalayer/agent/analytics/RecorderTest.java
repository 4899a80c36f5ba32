package org.metalayer.agent.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.analytics.RecordingStick.ALL;
import static org.metalayer.agent.analytics.RecordingStick.list;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.metalayer.agent.files.DiskFull;
import org.metalayer.agent.ledger.StoredEntry;
import org.metalayer.protocol.analytics.AnalyticsRecord;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.ledger.EntryKind;

/** What is recorded, what is refused, and that nothing is lost without a word. */
class RecorderTest {

    @TempDir private Path directory;
    private RecordingStick stick;

    @BeforeEach
    void prepare() throws IOException {
        stick = new RecordingStick(directory);
        stick.allow(ALL);
    }

    @Test
    void whatMayBeSentIsOneEntry() throws Exception {
        assertThat(stick.record("{'session_duration_minutes':45,'errors_encountered':0}"))
                .isEqualTo(new Recorded.Kept(list(2)));
        StoredEntry stored = stick.entriesFrom(2).getFirst();
        assertThat(stored.entry().kind()).isEqualTo(EntryKind.RECORD);
        AnalyticsRecord analytics = read(stored);
        assertThat(analytics.bytes()).isEqualTo(stored.content().orElseThrow());
        assertThat(analytics.moduleId()).isEqualTo(RecordingStick.ID);
        assertThat(analytics.timestamp()).isEqualTo(stick.now());
        assertThat(analytics.retention()).as("that of the stricter field").hasDays(30);
    }

    @Test
    void whatMayNotBeSentIsAnEntryOfItsOwnThatStaysHere() throws Exception {
        assertThat(stick.record("{'consciousness_level_start':85,'errors_encountered':2}"))
                .isEqualTo(new Recorded.Kept(list(2, 3)));
        assertThat(stick.kinds().subList(1, 3)).containsExactly(EntryKind.LOCAL, EntryKind.RECORD);
        assertThat(read(stick.entriesFrom(2).getFirst()).analytics())
                .containsOnlyKeys("consciousness_level_start");
        assertThat(read(stick.entriesFrom(3).getFirst()).analytics())
                .containsOnlyKeys("errors_encountered");
        assertThat(read(stick.entriesFrom(2).getFirst()).timestamp())
                .isEqualTo(read(stick.entriesFrom(3).getFirst()).timestamp());
    }

    @Test
    void inTheLocalModeAllOfItStaysHere() throws Exception {
        stick.allow(ALL.in(Mode.LOCAL));
        stick.minutes(5);
        assertThat(stick.kinds().getLast()).isEqualTo(EntryKind.LOCAL);
        stick.allow(ALL);
        assertThat(stick.outbox().next(RecordingStick.LARGE).isEmpty())
                .as("a yes does not reach back")
                .isTrue();
    }

    @Test
    void offRecordsNothing() throws Exception {
        stick.allow(ALL.in(Mode.OFF));
        assertThat(stick.minutes(5)).isEqualTo(new Recorded.Refused("recording is off"));
        assertThat(stick.kinds()).containsExactly(EntryKind.CONSENT, EntryKind.CONSENT);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'position':1}|is no field of the registry",
                "{'errors':{'a':1},'heart\\nrate':1}|is no field of the registry",
                "{'session_duration_minutes':1441}|a whole number from 0 to 1440",
                "{'session_duration_minutes':null}|a whole number from 0 to 1440",
                "{'features_used':['a\\nb']}|a name in features_used",
                "{}|holds nothing"
            })
    void whatNoFieldCanHoldIsRefused(String json, String reason) throws Exception {
        assertThat(stick.record(json))
                .isInstanceOfSatisfying(
                        Recorded.Refused.class,
                        refused -> assertThat(refused.reason()).contains(reason));
        assertThat(stick.entriesFrom(2)).isEmpty();
    }

    @Test
    void theRetentionCanBeShorterAndNotLonger() throws Exception {
        assertThat(record(Duration.ofDays(3))).isInstanceOf(Recorded.Kept.class);
        assertThat(read(stick.entriesFrom(2).getFirst()).retention()).hasDays(3);
        assertThat(record(Duration.ofDays(31))).isInstanceOf(Recorded.Refused.class);
        assertThat(record(Duration.ZERO)).isInstanceOf(Recorded.Refused.class);
    }

    private Recorded record(Duration retention) {
        return stick.recorder()
                .record(
                        Json.parseObject("{\"session_duration_minutes\":1}".getBytes(UTF_8)),
                        Optional.of(retention));
    }

    @Test
    void aFullStickStopsItAndRoomStartsItAgain() throws Exception {
        Recorder recorder = stick.recorder();
        stick.full("append"::equals);
        assertThat(minutes(recorder, 1)).isInstanceOf(Recorded.Stopped.class);
        stick.pass(Duration.ofMinutes(7));
        assertThat(minutes(recorder, 2))
                .isInstanceOfSatisfying(
                        Recorded.Stopped.class,
                        stopped -> assertThat(stopped.reason()).contains("bytes free"));
        Standstill standstill = recorder.standstill().orElseThrow();
        assertThat(standstill.missed()).isEqualTo(2);
        assertThat(standstill.since()).isEqualTo(stick.now().minus(Duration.ofMinutes(7)));
        assertThat(standstill.reason()).contains("remove something from the stick");

        stick.full(_ -> false);
        assertThat(minutes(recorder, 3)).isEqualTo(new Recorded.Kept(list(3)));
        assertThat(recorder.standstill()).isEmpty();
        assertThat(stick.kinds())
                .containsExactly(EntryKind.CONSENT, EntryKind.GAP, EntryKind.RECORD);
        assertThat(RecordingStick.text(stick.entriesFrom(2).getFirst()))
                .contains("\"missed\":2", "\"since\":\"2026-12-01T12:00:00Z\"");
        assertThat(stick.ledger().check()).isEmpty();
    }

    @Test
    void itStopsWhileThereIsRoomForTheOwnersDecisions() throws Exception {
        long[] left = {3_000};
        Recorder recorder =
                stick.recorder(bytes -> {
                    if (bytes > left[0]) {
                        throw new DiskFull(directory, bytes, left[0]);
                    }
                });
        assertThat(minutes(recorder, 1)).isInstanceOf(Recorded.Kept.class);
        left[0] = 100;
        assertThat(minutes(recorder, 2)).isInstanceOf(Recorded.Stopped.class);
        stick.allow(ALL.in(Mode.LOCAL));
        left[0] = 3_000;
        assertThat(minutes(recorder, 3)).isInstanceOf(Recorded.Kept.class);
    }

    @Test
    void whatIsKeptInPartIsToldAndNotSentTwice() throws Exception {
        Recorder recorder = stick.recorder();
        int[] appends = {0};
        stick.full(operation -> operation.equals("append") && ++appends[0] == 2);
        String both = "{'consciousness_level_start':85,'errors_encountered':2}";
        assertThat(RecordingStick.record(recorder, both)).isInstanceOf(Recorded.Stopped.class);
        assertThat(recorder.standstill().orElseThrow().missed()).isEqualTo(1);
        assertThat(RecordingStick.record(recorder, both)).isInstanceOf(Recorded.Kept.class);
        assertThat(stick.kinds())
                .containsExactly(
                        EntryKind.CONSENT,
                        EntryKind.LOCAL,
                        EntryKind.GAP,
                        EntryKind.LOCAL,
                        EntryKind.RECORD);
    }

    @Test
    void aPowerCutLosesNothingThatWasKept() throws Exception {
        int number = 0;
        boolean cut = true;
        while (cut) {
            number++;
            RecordingStick other = new RecordingStick(directory.resolve("cut-" + number));
            other.allow(ALL);
            other.cutBefore(number);
            int kept = 0;
            try {
                while (kept < 3) {
                    other.minutes(kept);
                    kept++;
                }
                cut = false;
            } catch (RecordingStick.PowerCut _) {
                assertThat(kept).isLessThan(3);
            }
            other.restart();
            assertThat(other.entriesFrom(2)).hasSizeGreaterThanOrEqualTo(kept);
            assertThat(other.ledger().check()).isEmpty();
            other.minutes(9);
        }
        assertThat(number).isGreaterThan(6);
    }

    private static Recorded minutes(Recorder recorder, int minutes) {
        return RecordingStick.record(
                recorder, "{'session_duration_minutes':%s}".formatted(minutes));
    }

    private static AnalyticsRecord read(StoredEntry stored) {
        return AnalyticsRecord.read(Json.parseObject(stored.content().orElseThrow()));
    }
}
