package org.metalayer.agent.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.files.StorageFaults;
import org.metalayer.agent.stick.DamagedStateException;
import org.metalayer.protocol.ledger.ChainCheck;
import org.metalayer.protocol.ledger.EntryKind;

/** What the ledger keeps, over restarts, power cuts and hands in it. */
class LedgerTest {

    private static final InstantSource NOON =
            InstantSource.fixed(Instant.parse("2026-12-01T12:00:00Z"));

    /** The power goes. */
    private static final class PowerCut extends Error {
        private static final long serialVersionUID = 1L;
    }

    @TempDir private Path parent;

    @Test
    void anEmptyOneHasNoHeadAndIsWhole() throws Exception {
        assertThat(open().head()).isEmpty();
        assertThat(open().check()).isEmpty();
        assertThat(open().entries(1, 10)).isEmpty();
        assertThat(directory()).doesNotExist();
    }

    @Test
    void whatWasAddedIsThereInItsOrderAfterARestart() throws Exception {
        fill(3, "x");
        Ledger ledger = open();
        assertThat(texts(ledger)).containsExactly("x1", "x2", "x3");
        ledger.append(EntryKind.CONSENT, "all".getBytes(UTF_8));

        assertThat(texts(open())).containsExactly("x1", "x2", "x3", "all");
        assertThat(open().head().orElseThrow().number()).isEqualTo(4);
        assertThat(open().check()).isEmpty();
        assertThat(open().entries(2, 2))
                .extracting(stored -> stored.entry().number())
                .containsExactly(2L, 3L);
    }

    @Test
    void itGoesOnInAnotherFileWhenOneIsFull() throws Exception {
        String long1 = "y".repeat(300_000);
        fill(9, long1);
        assertThat(new LedgerFiles(directory()).all()).hasSizeBetween(2, 4);
        assertThat(open().check()).isEmpty();
        assertThat(numbers(open().entries(1, 100)))
                .isEqualTo(LongStream.rangeClosed(1, 9).boxed().toList());
        assertThat(numbers(open().entries(7, 100))).containsExactly(7L, 8L, 9L);
        fill(1, "z");
        assertThat(open().check()).isEmpty();
    }

    @Test
    void aPageIsWhatStandsInOneFile() throws Exception {
        assertThat(open().page(1)).isEmpty();
        fill(9, "y".repeat(300_000));
        Ledger ledger = open();
        List<Path> all = new LedgerFiles(directory()).all();
        List<Long> seen = new ArrayList<>();
        for (long next = 1; next <= 9; next = seen.getLast() + 1) {
            seen.addAll(numbers(ledger.page(next)));
        }
        assertThat(seen).isEqualTo(LongStream.rangeClosed(1, 9).boxed().toList());
        assertThat(numbers(ledger.page(2))).isEqualTo(numbers(ledger.page(1)));
        assertThat(ledger.page(10)).isEmpty();

        long second = LedgerFiles.read(all.get(1)).entries().getFirst().entry().number();
        Files.delete(all.getFirst());
        assertThat(numbers(ledger.page(1)).getFirst()).as("the next one").isEqualTo(second);
    }

    @Test
    void deletedContentIsOnNoFileAnyMoreAndTheChainIsWhole() throws Exception {
        fill(6, "secret-");
        open().delete(List.of(new EntryRange(2, 3), new EntryRange(5, 5)));

        assertThat(texts(open()).subList(0, 6))
                .containsExactly("secret-1", "", "", "secret-4", "", "secret-6");
        assertThat(open().check()).isEmpty();
        assertThat(everything()).doesNotContain("secret-2", "secret-3", "secret-5");
        assertThat(open().entries(7, 1).getFirst().entry().kind()).isEqualTo(EntryKind.DELETED);
        assertThat(texts(open()).getLast())
                .isEqualTo("{\"entries\":[{\"first\":2,\"last\":3},{\"first\":5,\"last\":5}]}");
        fill(1, "after-");
        assertThat(open().check()).isEmpty();
    }

    @Test
    void aPowerCutAtAnyOperationLosesNothingThatWasThere() throws Exception {
        int number = 0;
        boolean cut = true;
        while (cut) {
            number++;
            Path ledger = parent.resolve("cut-" + number);
            cut = isCut(ledger, number);

            Ledger after = Ledger.open(ledger, files(StorageFaults.none()), NOON);
            assertThat(after.check()).as("cut before operation %d", number).isEmpty();
            List<String> texts = texts(after);
            assertThat(texts).hasSizeGreaterThanOrEqualTo(done);
            boolean deleted = texts.size() == 3;
            assertThat(texts.subList(0, Math.min(2, texts.size())))
                    .isEqualTo(
                            List.of(deleted ? "" : "a", "b").subList(0, Math.min(2, texts.size())));
            assertThat(ledger.resolve("deletion.json")).doesNotExist();
            after.append(EntryKind.RECORD, "more".getBytes(UTF_8));
            assertThat(Ledger.open(ledger, files(StorageFaults.none()), NOON).check()).isEmpty();
        }
        assertThat(number).isGreaterThan(12);
    }

    private int done;

    private boolean isCut(Path directory, int number) throws IOException {
        int[] operations = {0};
        StorageFaults faults =
                StorageFaults.calling(operation -> {
                    if (++operations[0] >= number) {
                        throw new PowerCut();
                    }
                });
        done = 0;
        try {
            Ledger ledger = Ledger.open(directory, files(faults), NOON);
            for (String text : List.of("a", "b")) {
                ledger.append(EntryKind.RECORD, text.getBytes(UTF_8));
                done++;
            }
            ledger.delete(List.of(new EntryRange(1, 1)));
            return false;
        } catch (PowerCut _) {
            return true;
        }
    }

    @Test
    void whatWasBeingWrittenWhenThePowerWentIsNoEntry() throws Exception {
        fill(2, "x");
        Path file = new LedgerFiles(directory()).all().getFirst();
        byte[] whole = Files.readAllBytes(file);
        fill(1, "third-");
        byte[] longer = Files.readAllBytes(file);
        for (int length = whole.length; length < longer.length; length++) {
            byte[] torn = Arrays.copyOf(longer, length);
            Files.write(file, torn);
            assertThat(open().head().orElseThrow().number()).isEqualTo(2);
            assertThat(file).hasBinaryContent(whole);
            // A file that has its new length, and not yet its new content.
            Files.write(file, Arrays.copyOf(torn, longer.length));
            assertThat(open().head().orElseThrow().number()).isEqualTo(2);
        }
    }

    @Test
    void nothingIsAddedToOneThatWasAltered() throws Exception {
        fill(4, "x");
        Path file = new LedgerFiles(directory()).all().getFirst();
        Files.writeString(file, Files.readString(file).replace("x2", "y2"));

        assertThatThrownBy(this::open)
                .isInstanceOf(DamagedStateException.class)
                .hasMessageContaining("what is no entry, and entries follow");
    }

    @Test
    void aForgedEntryIsFoundByTheCheck() throws Exception {
        fill(2, "x");
        Path file = new LedgerFiles(directory()).all().getFirst();
        String before = Files.readString(file);
        fill(1, "x");
        String third = Files.readString(file).substring(before.length());
        Files.writeString(
                file, before.substring(0, before.indexOf('\n', before.indexOf("x1")) + 1));
        Files.writeString(file, third, StandardOpenOption.APPEND);

        assertThat(open().check()).contains(ChainCheck.Fault.OUT_OF_ORDER);
    }

    @Test
    void whatIsNoLineIsRefused() throws Exception {
        Ledger ledger = open();
        assertThatThrownBy(() -> ledger.append(EntryKind.RECORD, new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.append(EntryKind.RECORD, "a\nb".getBytes(UTF_8)))
                .hasMessage("the content of an entry is one line");
        assertThatThrownBy(() -> new EntryRange(3, 2))
                .hasMessage("there are no entries from 3 to 2");
        assertThat(ledger.head()).isEmpty();
    }

    private Path directory() {
        return parent.resolve("ledger");
    }

    private Ledger open() throws IOException {
        return Ledger.open(directory(), files(StorageFaults.none()), NOON);
    }

    private static DurableFiles files(StorageFaults faults) {
        return new DurableFiles(faults);
    }

    private void fill(int count, String text) throws IOException {
        Ledger ledger = open();
        long before = ledger.head().map(entry -> entry.number()).orElse(0L);
        for (long n = before + 1; n <= before + count; n++) {
            ledger.append(EntryKind.RECORD, (text + n).getBytes(UTF_8));
        }
    }

    private static List<String> texts(Ledger ledger) throws IOException {
        return ledger.entries(1, 1_000).stream()
                .map(StoredEntry::content)
                .map(content -> content.map(bytes -> new String(bytes, UTF_8)).orElse(""))
                .toList();
    }

    private static List<Long> numbers(List<StoredEntry> entries) {
        return entries.stream().map(stored -> stored.entry().number()).toList();
    }

    private String everything() throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(parent)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    @Test
    void anotherFileInTheFolderIsNotTheLedger() throws Exception {
        Files.createDirectories(directory());
        Files.writeString(directory().resolve("notes.txt"), "mine");
        assertThat(open().check()).isEmpty();
    }
}
