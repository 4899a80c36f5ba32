package org.metalayer.agent.analytics;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.metalayer.agent.ledger.Ledger;
import org.metalayer.agent.ledger.StoredEntry;
import org.metalayer.protocol.ledger.EntryKind;
import org.metalayer.protocol.ledger.LedgerEntry;

/**
 * The deletions that the Main System has still to be told, and what it acknowledged. It follows
 * from the ledger alone. Every record that could be sent is named, also where no receipt for it is
 * there: the power may have gone before that was noted.
 */
public final class Deletions {

    private final Ledger ledger;
    private final Pages pages;
    private final NumberSet records = new NumberSet();
    private final NavigableMap<Long, PendingDeletion> pending = new TreeMap<>();
    private long read;

    public Deletions(Ledger ledger) {
        this.ledger = ledger;
        this.pages = new Pages(ledger);
    }

    /**
     * Those that are not acknowledged, the oldest first. The first call reads all of the ledger.
     */
    public synchronized List<PendingDeletion> pending() throws IOException {
        catchUp();
        return new ArrayList<>(pending.values());
    }

    /**
     * Notes that the Main System has deleted the same.
     *
     * @param deletion the number of the entry about the deletion
     * @param receipt what it answered
     * @return the entry that says so
     * @throws IllegalArgumentException when there is no such deletion, or it was acknowledged
     */
    public synchronized LedgerEntry acknowledged(long deletion, String receipt) throws IOException {
        catchUp();
        if (!pending.containsKey(deletion)) {
            throw new IllegalArgumentException(
                    "no deletion waits that entry " + deletion + " says");
        }
        LedgerEntry entry =
                ledger.append(EntryKind.FORGOTTEN, new ForgottenNote(deletion, receipt).content());
        pending.remove(deletion);
        return entry;
    }

    private void catchUp() throws IOException {
        pages.each(
                read + 1,
                stored -> {
                    take(stored);
                    read = stored.entry().number();
                    return true;
                });
    }

    private void take(StoredEntry stored) {
        long number = stored.entry().number();
        if (stored.entry().kind().equals(EntryKind.RECORD)) {
            records.add(number);
        }
        NumberSet deleted = records.within(DeletedNote.of(stored));
        if (!deleted.isEmpty()) {
            pending.put(number, new PendingDeletion(number, deleted.ranges()));
        }
        ForgottenNote.of(stored).ifPresent(pending::remove);
    }
}
