package org.metalayer.agent.analytics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.agent.analytics.RecordingStick.ALL;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.protocol.ledger.EntryKind;

/** Records go when their time is over, and not because a clock went wrong. */
class ExpiryTest {

    private static final Duration MONTH = Duration.ofDays(30);

    @TempDir private Path directory;
    private RecordingStick stick;
    private boolean trusted = true;

    @BeforeEach
    void prepare() throws IOException {
        stick = new RecordingStick(directory);
        stick.allow(ALL);
        stick.minutes(1);
    }

    @Test
    void aRecordGoesWhenItsDaysAreOver() throws Exception {
        stick.record("{'errors_encountered':1}");
        stick.record("{'consciousness_level_start':77}");
        stick.pass(MONTH.minusNanos(1));
        assertThat(expire()).isInstanceOf(Erased.Nothing.class);
        stick.pass(Duration.ofNanos(1));
        assertThat(expire()).isEqualTo(new Erased.Done(5, 2));
        assertThat(contents()).containsExactly(true, false, true, false, true);
        assertThat(expire()).isInstanceOf(Erased.Nothing.class);
        stick.pass(Duration.ofDays(60));
        assertThat(expire()).isEqualTo(new Erased.Done(6, 1));
        assertThat(stick.ledger().check()).isEmpty();
    }

    @Test
    void aClockThatIsNotTrustedCountsUnlessItJumped() throws Exception {
        trusted = false;
        stick.pass(MONTH);
        assertThat(expire()).isInstanceOf(Erased.Done.class);
    }

    @Test
    void aJumpLetsNothingExpire() throws Exception {
        trusted = false;
        stick.pass(Duration.ofDays(366));
        assertThat(expire())
                .isEqualTo(
                        new Erased.Nothing("the clock jumped, and nothing says that it is right"));
        trusted = true;
        assertThat(expire()).isEqualTo(new Erased.Done(3, 1));
    }

    @Test
    void aJumpBeforeTheLastEntryLetsNothingExpireThatWasBeforeIt() throws Exception {
        trusted = false;
        stick.pass(Duration.ofDays(20_000));
        stick.minutes(2);
        assertThat(expire()).isInstanceOf(Erased.Nothing.class);
        stick.pass(MONTH);
        assertThat(expire()).isEqualTo(new Erased.Done(4, 1));
        assertThat(contents()).as("the first one stays").startsWith(true, true, false);
    }

    @Test
    void aClockThatWentBackLetsNothingExpire() throws Exception {
        trusted = false;
        stick.pass(Duration.ofDays(-20_000));
        assertThat(expire()).isInstanceOf(Erased.Nothing.class);
        trusted = true;
        assertThat(expire()).isInstanceOf(Erased.Nothing.class);
    }

    @Test
    void whatCannotBeReadIsLeftToTheOwner() throws Exception {
        stick.ledger().append(EntryKind.RECORD, "no json".getBytes(UTF_8));
        stick.ledger().append(EntryKind.RECORD, "{\"data_retention_days\":-9}".getBytes(UTF_8));
        stick.pass(Duration.ofDays(40_000));
        assertThat(expire()).isEqualTo(new Erased.Done(5, 2));
        assertThat(contents()).startsWith(true, false, true, false);
    }

    @Test
    void anEmptyLedgerHasNothingDue() throws Exception {
        RecordingStick empty = new RecordingStick(directory.resolve("empty"));
        assertThat(new Expiry(empty.ledger(), empty::now, () -> false).expire())
                .isEqualTo(new Erased.Nothing("nothing is due"));
    }

    private Erased expire() throws IOException {
        return new Expiry(stick.ledger(), stick::now, () -> trusted).expire();
    }

    private List<Boolean> contents() throws IOException {
        return stick.entriesFrom(1).stream().map(stored -> stored.content().isPresent()).toList();
    }
}
