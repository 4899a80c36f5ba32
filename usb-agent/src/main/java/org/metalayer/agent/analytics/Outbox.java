package org.metalayer.agent.analytics;

import java.io.IOException;
import java.util.function.Supplier;
import org.metalayer.agent.ledger.Ledger;
import org.metalayer.agent.ledger.StoredEntry;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.analytics.AnalyticsRecord;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.ledger.EntryKind;
import org.metalayer.protocol.ledger.LedgerEntry;

/**
 * The records that wait to be sent.
 *
 * <p>What waits follows from the ledger alone: a record waits until an entry of kind {@link
 * EntryKind#SENT} names it or its content is deleted. A power cut between the answer of the Main
 * System and that entry makes the same bytes go again, which it knows by number and hash; none is
 * lost. In memory there is one bit for each entry; each batch reads on where the last one ended.
 *
 * <p>Take a batch right before it is sent: what the owner decides afterwards no longer counts for
 * it.
 */
public final class Outbox {

    private final Ledger ledger;
    private final Supplier<Consent> consent;
    private final Pages pages;
    private NumberSet waiting = new NumberSet();
    private long read;
    // Up to here all that waits is kept back by the consent that was in force.
    private long keptBack;
    private Consent inForce = Consent.NONE;

    Outbox(Ledger ledger, Supplier<Consent> consent, Pages pages) {
        this.ledger = ledger;
        this.consent = consent;
        this.pages = pages;
    }

    /** Finds out what waits. */
    public static Outbox open(Ledger ledger, Consents consents) throws IOException {
        Outbox outbox = new Outbox(ledger, consents::current, new Pages(ledger));
        outbox.start();
        return outbox;
    }

    void start() throws IOException {
        read = pages.last(SentNote::of).map(note -> note.waiting() - 1).orElse(0L);
        catchUp();
    }

    /** How many records wait, those included that are kept back. */
    public synchronized int waiting() throws IOException {
        catchUp();
        return waiting.size();
    }

    /**
     * What is sent next: the first records that wait and of which every field may be sent now.
     * Asked again, it is the same until it was sent or the owner changed something.
     */
    public synchronized Batch next(BatchLimits limits) throws IOException {
        catchUp();
        Consent now = consent.get();
        if (!now.equals(inForce)) {
            inForce = now;
            keptBack = 0;
        }
        BatchFilling filling = new BatchFilling(limits);
        if (now.mode() == Mode.ON) {
            long first = waiting.firstFrom(keptBack + 1).orElse(read + 1);
            pages.each(first, read, stored -> goesOn(stored, filling));
            if (filling.isEmpty()) {
                keptBack = read;
            }
        }
        return filling.batch();
    }

    /** Every byte that would be sent next. */
    public byte[] preview(BatchLimits limits) throws IOException {
        return next(limits).bytes();
    }

    /**
     * Notes that the Main System has these.
     *
     * @param receipt what it answered
     * @return the entry that says so
     * @throws org.metalayer.agent.files.DiskFull when that cannot be written: they go again
     * @throws IllegalArgumentException when the batch is empty
     */
    public synchronized LedgerEntry sent(Batch batch, String receipt) throws IOException {
        if (batch.isEmpty()) {
            throw new IllegalArgumentException("nothing was sent");
        }
        catchUp();
        NumberSet left = waiting.without(batch.ranges());
        SentNote note = new SentNote(batch.ranges(), left.firstFrom(1).orElse(read + 1), receipt);
        LedgerEntry entry = ledger.append(EntryKind.SENT, note.content());
        waiting = left;
        return entry;
    }

    private boolean goesOn(StoredEntry stored, BatchFilling filling) {
        long number = stored.entry().number();
        if (waiting.contains(number)) {
            if (stored.content().isEmpty()) {
                waiting.remove(number);
            } else if (maySend(stored.content().get())) {
                return filling.add(stored);
            }
        }
        if (filling.isEmpty()) {
            keptBack = number;
        }
        return true;
    }

    /** What this program does not understand, a later one wrote: it sends nothing of that. */
    private boolean maySend(byte[] content) {
        try {
            return inForce.maySend(AnalyticsRecord.read(Json.parseObject(content)));
        } catch (MalformedDocumentException _) {
            return false;
        }
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
        if (stored.entry().kind().equals(EntryKind.RECORD) && stored.content().isPresent()) {
            waiting.add(stored.entry().number());
        }
        SentNote.of(stored).ifPresent(note -> waiting.remove(note.entries()));
        waiting.remove(DeletedNote.of(stored));
    }
}
