package org.metalayer.agent.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.metalayer.agent.analytics.RecordingStick.ALL;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.metalayer.agent.files.DiskFull;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.protocol.ledger.EntryKind;

/** A change of consent counts when the ledger says so; in doubt nothing is sent. */
class ConsentsTest {

    private static final Consent LOCAL = ALL.in(Mode.LOCAL);

    @TempDir private Path directory;
    private RecordingStick stick;

    @BeforeEach
    void prepare() throws IOException {
        stick = new RecordingStick(directory);
    }

    @Test
    void whoWasNotAskedAllowsNothing() {
        assertThat(stick.consents().current()).isEqualTo(Consent.NONE);
        assertThat(stick.consents().trouble()).isEmpty();
    }

    @Test
    void aChangeIsInTheLedgerAndCountsAfterARestart() throws Exception {
        stick.allow(ALL);
        stick.restart();
        assertThat(stick.consents().current()).isEqualTo(ALL);
        assertThat(stick.kinds()).containsExactly(EntryKind.CONSENT);
        assertThat(stick.entriesFrom(1).getFirst().content()).contains(ALL.bytes());

        stick.consents().change(before -> before.in(Mode.OFF));
        stick.restart();
        assertThat(stick.consents().current()).isEqualTo(ALL.in(Mode.OFF));
        assertThat(stick.consents().trouble()).isEmpty();
    }

    @Test
    void aPowerCutAtAnyOperationNeverAllowsMoreThanTheLedgerSays() throws Exception {
        int counted = 0;
        boolean cut = true;
        for (int number = 1; cut; number++) {
            RecordingStick other = new RecordingStick(directory.resolve("cut-" + number));
            other.allow(LOCAL);
            cut = isCut(other, number);
            other.restart();
            boolean written = other.entriesFrom(1).size() == 2;
            Consent now = other.consents().current();
            assertThat(now).as("cut before %s", number).isEqualTo(written ? ALL : LOCAL);
            counted += written ? 1 : 0;
        }
        assertThat(counted).as("cuts after it counted").isGreaterThan(1);
    }

    @Test
    void aPowerCutDuringAWithdrawalNeverSendsWhatWasWithdrawn() throws Exception {
        boolean cut = true;
        boolean undecided = false;
        for (int number = 1; cut; number++) {
            RecordingStick other = new RecordingStick(directory.resolve("cut-" + number));
            other.allow(ALL);
            Consents consents = other.consents();
            other.cutBefore(number);
            try {
                consents.change(before -> before.in(Mode.LOCAL));
                cut = false;
            } catch (RecordingStick.PowerCut _) {
                assertThat(consents.current().mode()).isEqualTo(Mode.LOCAL);
            }
            other.restart();
            boolean written = other.entriesFrom(1).size() == 2;
            boolean begun = Files.readString(other.consentFile()).contains("\"change\"");
            Mode mode = other.consents().current().mode();
            assertThat(mode).isEqualTo(written || begun ? Mode.LOCAL : Mode.ON);
            assertThat(other.consents().trouble().isPresent()).isEqualTo(begun && !written);
            undecided |= begun && !written;
        }
        assertThat(undecided).isTrue();
    }

    private static boolean isCut(RecordingStick other, int number) throws IOException {
        other.cutBefore(number);
        try {
            other.allow(ALL);
            return false;
        } catch (RecordingStick.PowerCut _) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"write", "append"})
    void onAFullStickNothingChangesAndNothingIsSentUntilItIsDecided(String operation)
            throws Exception {
        stick.allow(ALL);
        stick.full(operation::equals);
        Consents consents = stick.consents();
        assertThatThrownBy(() -> consents.change(_ -> LOCAL.havingSeen(0)))
                .isInstanceOf(DiskFull.class);
        assertThat(stick.kinds()).containsExactly(EntryKind.CONSENT);
        assertThat(consents.current()).isEqualTo(LOCAL);
        assertThat(consents.trouble().orElseThrow()).contains("decide again");

        stick.full(_ -> false);
        stick.minutes(5);
        assertThat(consents.current()).isEqualTo(LOCAL);
        assertThat(stick.kinds()).containsExactly(EntryKind.CONSENT, EntryKind.LOCAL);
        consents.change(before -> before.havingSeen(1));
        assertThat(consents.current()).isEqualTo(ALL);
        assertThat(consents.trouble()).isEmpty();
    }

    @Test
    void whatCouldNotBeWrittenIsUndecidedAfterARestartToo() throws Exception {
        stick.allow(ALL);
        stick.full("append"::equals);
        assertThatThrownBy(() -> stick.allow(LOCAL)).isInstanceOf(DiskFull.class);
        stick.restart();
        assertThat(stick.consents().current()).isEqualTo(LOCAL);
        assertThat(stick.consents().trouble()).isPresent();
        stick.allow(ALL);
        stick.restart();
        assertThat(stick.consents().current()).isEqualTo(ALL);
        assertThat(stick.consents().trouble()).isEmpty();
    }

    @Test
    void whileOneSideForbidsRecordingNothingIsRecorded() throws Exception {
        stick.full("append"::equals);
        assertThatThrownBy(() -> stick.allow(ALL)).isInstanceOf(DiskFull.class);
        assertThat(stick.consents().current().mode()).isEqualTo(Mode.OFF);
        stick.full(_ -> false);
        stick.allow(ALL);
        stick.full("append"::equals);
        assertThatThrownBy(() -> stick.allow(ALL.in(Mode.OFF))).isInstanceOf(DiskFull.class);
        assertThat(stick.consents().current().mode()).isEqualTo(Mode.OFF);
    }

    @Test
    void itCountsOnceTheLedgerSaysSoThoughItsFileCannotBeWritten() throws Exception {
        int[] writes = {0};
        stick.full(operation -> operation.equals("write") && ++writes[0] == 2);
        stick.allow(ALL);
        assertThat(writes[0]).isEqualTo(2);
        assertThat(stick.consents().current()).isEqualTo(ALL);
        stick.restart();
        assertThat(stick.consents().current()).isEqualTo(ALL);
        assertThat(stick.consents().trouble()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{}", "{\"decided\":{},\"entry\":1}", "\u0000\u0000"})
    void aDamagedFileAllowsNothing(String content) throws Exception {
        stick.allow(ALL);
        Files.writeString(stick.consentFile(), content);
        stick.restart();
        assertThat(stick.consents().current()).isEqualTo(Consent.NONE);
        assertThat(stick.consents().trouble().orElseThrow()).contains("decide again");
        assertThat(stick.minutes(5)).isInstanceOf(Recorded.Refused.class);

        stick.allow(LOCAL);
        assertThat(stick.consents().trouble()).isEmpty();
        stick.restart();
        assertThat(stick.consents().current()).isEqualTo(LOCAL);
    }

    @Test
    void aFileThatCannotBeReadAllowsNothing() throws Exception {
        stick.allow(ALL);
        Files.delete(stick.consentFile());
        Files.createDirectory(stick.consentFile());
        stick.restart();
        assertThat(stick.consents().current()).isEqualTo(Consent.NONE);
        assertThat(stick.consents().trouble()).isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "\"local\"=>\"on\"",
                "\"entry\": 1=>\"entry\": 0",
                "\"entry\": 1=>\"entry\": 2",
                "\"entry\": 1=>\"entry\": -7"
            })
    void whatTheLedgerDoesNotSayIsNotAllowed(String from, String to) throws Exception {
        stick.allow(LOCAL);
        String before = Files.readString(stick.consentFile());
        String after = before.replace(from, to);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(stick.consentFile(), after);
        stick.restart();
        assertThat(stick.consents().current()).isEqualTo(Consent.NONE);
        assertThat(stick.consents().trouble()).isPresent();
    }

    @Test
    void aFileBesideAnotherLedgerAllowsNothing() throws Exception {
        stick.allow(ALL);
        new DurableFiles(StorageFaults.none()).deleteTree(directory.resolve("ledger"));
        stick.restart();
        assertThat(stick.consents().current()).isEqualTo(Consent.NONE);
        assertThat(stick.consents().trouble()).isNotEqualTo(Optional.empty());
    }
}
