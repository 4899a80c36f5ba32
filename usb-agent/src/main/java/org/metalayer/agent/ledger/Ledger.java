package org.metalayer.agent.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.agent.files.DurableFiles;
import org.metalayer.agent.stick.StateFile;
import org.metalayer.protocol.ledger.ChainCheck;
import org.metalayer.protocol.ledger.EntryKind;
import org.metalayer.protocol.ledger.LedgerEntry;

/**
 * The ledger of a stick. One process at a time may write it, with as many threads as it likes.
 *
 * <p>An entry is on the stick when {@link #append} returns. Where the power goes before that, it is
 * there whole or not at all; a deletion that was cut off is completed at the next start.
 */
public final class Ledger {

    private static final int NEW_LINE = '\n';

    private final LedgerFiles segments;
    private final DurableFiles files;
    private final StateFile<Deletion> pending;
    private final InstantSource clock;
    private Optional<LedgerEntry> head = Optional.empty();
    private Optional<Path> last = Optional.empty();
    private int length;

    private Ledger(Path directory, DurableFiles files, InstantSource clock) {
        this.segments = new LedgerFiles(directory);
        this.files = files;
        this.pending =
                new StateFile<>(
                        files, directory.resolve("deletion.json"), Deletion::read, Deletion::write);
        this.clock = clock;
    }

    /**
     * Opens the ledger in a directory, which need not exist, and completes what was cut off.
     *
     * @throws org.metalayer.agent.stick.DamagedStateException when the last of it was altered:
     *     nothing may be added to that
     */
    public static Ledger open(Path directory, DurableFiles files, InstantSource clock)
            throws IOException {
        Ledger ledger = new Ledger(directory, files, clock);
        ledger.findHead();
        ledger.completeUnfinished();
        return ledger;
    }

    /** The last entry. */
    public synchronized Optional<LedgerEntry> head() {
        return head;
    }

    /**
     * Adds an entry.
     *
     * @param content one line of text, not empty
     * @throws org.metalayer.agent.files.DiskFull when it does not fit; the ledger is as it was
     * @throws IllegalArgumentException when the content is no such line
     */
    public synchronized LedgerEntry append(EntryKind kind, byte[] content) throws IOException {
        requireLine(content);
        LedgerEntry entry =
                head.map(before -> before.next(clock.instant(), kind, content))
                        .orElseGet(() -> LedgerEntry.first(clock.instant(), kind, content));
        byte[] lines = new StoredEntry(entry, Optional.of(content)).lines();
        if (last.isEmpty() || length >= LedgerFiles.FULL) {
            files.createDirectories(segments.directory());
            Path next = segments.beginning(entry.number());
            files.append(next, lines);
            last = Optional.of(next);
            length = 0;
        } else {
            files.append(last.get(), lines);
        }
        length += lines.length;
        head = Optional.of(entry);
        return entry;
    }

    /**
     * Entries in their order.
     *
     * @param from the number of the first
     * @param most how many at most
     */
    public List<StoredEntry> entries(long from, int most) throws IOException {
        List<StoredEntry> found = new ArrayList<>();
        for (Path file : segments.from(from)) {
            for (StoredEntry stored : LedgerFiles.read(file).entries()) {
                if (found.size() == most) {
                    return found;
                }
                if (stored.entry().number() >= from) {
                    found.add(stored);
                }
            }
        }
        return found;
    }

    /**
     * The entries around one, in their order: all that stand in its file, which are a megabyte or
     * little more. So a ledger of any length is read in little memory, and each file once.
     *
     * @param number of an entry; where it is missing, the next one counts
     * @return nothing where neither is there
     */
    public List<StoredEntry> page(long number) throws IOException {
        for (Path file : segments.from(number)) {
            List<StoredEntry> entries = LedgerFiles.read(file).entries();
            if (!entries.isEmpty() && entries.getLast().entry().number() >= number) {
                return entries;
            }
        }
        return List.of();
    }

    /**
     * Deletes the content of entries. That it was deleted is an entry itself, and that there was
     * content, and which, can still be shown to whoever has it.
     *
     * @return the entry that says so
     * @throws org.metalayer.agent.files.DiskFull when there is no room for that. Either nothing is
     *     deleted and no entry says so, or an entry does, and the rest is deleted by the next
     *     deletion or at the next start.
     */
    public synchronized LedgerEntry delete(List<EntryRange> entries) throws IOException {
        completeUnfinished();
        long number = head.map(LedgerEntry::number).orElse(0L) + 1;
        Deletion deletion = new Deletion(number, entries);
        pending.write(deletion);
        return complete(deletion);
    }

    /** Follows all of it; says where it was altered, if anywhere. */
    public Optional<ChainCheck.Fault> check() throws IOException {
        ChainCheck chain = new ChainCheck();
        for (Path file : segments.all()) {
            for (StoredEntry stored : LedgerFiles.read(file).entries()) {
                Optional<ChainCheck.Fault> fault = chain.follow(stored.entry(), stored.content());
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }

    private void completeUnfinished() throws IOException {
        Optional<Deletion> unfinished = pending.read();
        if (unfinished.isPresent()) {
            complete(unfinished.get());
        }
    }

    private LedgerEntry complete(Deletion deletion) throws IOException {
        if (head.map(LedgerEntry::number).orElse(0L) < deletion.number()) {
            announce(deletion);
        }
        for (Path file : segments.all()) {
            blank(file, deletion);
        }
        pending.delete();
        return head.orElseThrow();
    }

    private void announce(Deletion deletion) throws IOException {
        try {
            append(EntryKind.DELETED, deletion.content());
        } catch (IOException e) {
            // Another entry would get its number, and then content would go that none speaks of.
            pending.delete();
            throw e;
        }
    }

    private void blank(Path file, Deletion deletion) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean changed = false;
        for (StoredEntry stored : LedgerFiles.read(file).entries()) {
            boolean concerned =
                    stored.content().isPresent() && deletion.concerns(stored.entry().number());
            changed |= concerned;
            bytes.writeBytes((concerned ? stored.withoutContent() : stored).lines());
        }
        if (changed) {
            files.replace(file, bytes.toByteArray());
            if (last.filter(file::equals).isPresent()) {
                length = bytes.size();
            }
        }
    }

    /** Entries that were being written when the power went were never acknowledged. */
    private void findHead() throws IOException {
        List<Path> all = segments.all();
        for (Path file : all.reversed()) {
            Segment segment = LedgerFiles.read(file);
            if (segment.rest() > 0) {
                try (RandomAccessFile torn = new RandomAccessFile(file.toFile(), "rw")) {
                    torn.setLength(segment.length());
                    torn.getFD().sync();
                }
            }
            if (!segment.entries().isEmpty()) {
                head = Optional.of(segment.entries().getLast().entry());
                last = Optional.of(file);
                length = segment.length();
                return;
            }
            // An entry that began a file and never came to its end.
            files.delete(file);
        }
    }

    private static void requireLine(byte[] content) {
        if (content.length == 0) {
            throw new IllegalArgumentException("an entry without content would look deleted");
        }
        for (byte each : content) {
            if (each == NEW_LINE) {
                throw new IllegalArgumentException("the content of an entry is one line");
            }
        }
    }
}
