package org.metalayer.agent.analytics;

import java.io.IOException;
import org.metalayer.agent.ledger.EntryRange;
import org.metalayer.agent.ledger.Ledger;
import org.metalayer.agent.ledger.StoredEntry;
import org.metalayer.protocol.ledger.EntryKind;

/**
 * Deletes records at the owner's word. What the ledger says of consents, of what was sent and of
 * what was deleted stays: it is what the owner can hold against others, and tells nothing of use.
 */
public final class Erasure {

    private final Ledger ledger;
    private final Pages pages;

    public Erasure(Ledger ledger) {
        this.ledger = ledger;
        this.pages = new Pages(ledger);
    }

    /** Deletes one record. */
    public Erased one(long number) throws IOException {
        return erase(number, number);
    }

    /** Deletes the records among these entries. */
    public Erased span(EntryRange entries) throws IOException {
        return erase(entries.first(), entries.last());
    }

    /** Deletes all records. */
    public Erased all() throws IOException {
        return erase(1, Long.MAX_VALUE);
    }

    private Erased erase(long from, long to) throws IOException {
        NumberSet records = new NumberSet();
        pages.each(
                from,
                to,
                stored -> {
                    if (holdsRecord(stored)) {
                        records.add(stored.entry().number());
                    }
                    return true;
                });
        return erase(ledger, records, "there is no record, or it was deleted before");
    }

    static Erased erase(Ledger ledger, NumberSet records, String otherwise) throws IOException {
        return records.isEmpty()
                ? new Erased.Nothing(otherwise)
                : new Erased.Done(ledger.delete(records.ranges()).number(), records.size());
    }

    /** Whether this is a record of which the content is still there. */
    static boolean holdsRecord(StoredEntry stored) {
        EntryKind kind = stored.entry().kind();
        return (kind.equals(EntryKind.RECORD) || kind.equals(EntryKind.LOCAL))
                && stored.content().isPresent();
    }
}
