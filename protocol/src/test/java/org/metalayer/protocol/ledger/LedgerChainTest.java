package org.metalayer.protocol.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.MalformedDocumentException;

/** Whatever is done to a ledger but deleting content is found. */
class LedgerChainTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final int LENGTH = 12;

    private final List<LedgerEntry> entries = new ArrayList<>();
    private final List<Optional<byte[]>> contents = new ArrayList<>();

    LedgerChainTest() {
        for (int n = 1; n <= LENGTH; n++) {
            byte[] content = ("content " + n).getBytes(UTF_8);
            Instant at = NOON.plusSeconds(n);
            entries.add(
                    entries.isEmpty()
                            ? LedgerEntry.first(at, EntryKind.RECORD, content)
                            : entries.getLast().next(at, EntryKind.RECORD, content));
            contents.add(Optional.of(content));
        }
    }

    @Test
    void aWholeOneIsFollowedToItsHead() {
        ChainCheck check = new ChainCheck();
        assertThat(check.head()).isEmpty();
        assertThat(fault(check)).isEmpty();
        assertThat(check.head()).contains(entries.getLast());
        assertThat(entries.getLast().number()).isEqualTo(LENGTH);
    }

    @Test
    void whatIsWrittenIsReadAgainToTheLastByte() {
        for (LedgerEntry entry : entries) {
            LedgerEntry read = LedgerEntry.parse(entry.bytes());
            assertThat(read).isEqualTo(entry);
            assertThat(read.bytes()).isEqualTo(entry.bytes());
        }
    }

    @Test
    void deletedContentLeavesTheChainWhole() {
        contents.set(3, Optional.empty());
        contents.set(LENGTH - 1, Optional.empty());
        assertThat(fault(new ChainCheck())).isEmpty();
    }

    @Test
    void contentThatWasChangedIsFound() {
        for (int n = 0; n < LENGTH; n++) {
            Optional<byte[]> before = contents.set(n, Optional.of("other".getBytes(UTF_8)));
            assertThat(fault(new ChainCheck())).contains(ChainCheck.Fault.ANOTHER_CONTENT);
            contents.set(n, before);
        }
    }

    @Test
    void anEntryThatWasChangedIsFoundByTheNext() {
        for (int n = 0; n < LENGTH - 1; n++) {
            LedgerEntry entry = entries.get(n);
            entries.set(
                    n,
                    new LedgerEntry(
                            entry.number(),
                            entry.previous(),
                            entry.at().minusSeconds(1),
                            entry.kind(),
                            entry.content()));
            assertThat(fault(new ChainCheck())).contains(ChainCheck.Fault.ANOTHER_BEFORE);
            entries.set(n, entry);
        }
    }

    @Test
    void anEntryThatIsMissingTwiceThereOrElsewhereIsFound() {
        for (int n = 0; n < LENGTH - 1; n++) {
            List<LedgerEntry> kept = List.copyOf(entries);
            entries.remove(n);
            entries.add(kept.getLast());
            assertThat(fault(new ChainCheck())).as("without %d", n).isPresent();
            Collections.copy(entries, kept);
            entries.set(n + 1, entries.get(n));
            assertThat(fault(new ChainCheck())).contains(ChainCheck.Fault.OUT_OF_ORDER);
            Collections.copy(entries, kept);
            Collections.swap(entries, n, n + 1);
            assertThat(fault(new ChainCheck())).contains(ChainCheck.Fault.OUT_OF_ORDER);
            Collections.copy(entries, kept);
        }
    }

    @Test
    void whatIsNoEntryIsRefused() {
        String first = new String(entries.getFirst().bytes(), UTF_8);
        assertRefused(first.replace("record", "Record"), "kind");
        assertRefused(first.replace(":01Z", ":01.000Z"), "entry 1 is not written as entries are");
        assertRefused(first.replace("{", "{ "), "entry 1 is not written as entries are");
        assertRefused(first.replace("}", ",\"more\":1}"), "is not written as entries are");
        assertRefused(first.replace("\"number\":1", "\"number\":0"), "counted from 1");
    }

    @Test
    void aKindOfALaterAgentIsRead() {
        String first = new String(entries.getFirst().bytes(), UTF_8);
        LedgerEntry later = LedgerEntry.parse(first.replace("record", "song").getBytes(UTF_8));
        assertThat(later.kind()).isEqualTo(new EntryKind("song"));
    }

    private static void assertRefused(String line, String why) {
        assertThatThrownBy(() -> LedgerEntry.parse(line.getBytes(UTF_8)))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining(why);
    }

    private Optional<ChainCheck.Fault> fault(ChainCheck check) {
        for (int n = 0; n < entries.size(); n++) {
            Optional<ChainCheck.Fault> fault = check.follow(entries.get(n), contents.get(n));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }
}
