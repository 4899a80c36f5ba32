package org.metalayer.agent.analytics;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.metalayer.agent.ledger.EntryRange;
import org.metalayer.agent.ledger.StoredEntry;

/**
 * Records that are sent together.
 *
 * @param entries in their order, each with its content; the Main System knows by number and hash
 *     what it already has
 */
public record Batch(List<StoredEntry> entries) {

    public Batch {
        entries = List.copyOf(entries);
    }

    /** Whether there is nothing to send. */
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** All that is sent of them: the lines of the ledger, unchanged. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        entries.forEach(stored -> bytes.writeBytes(stored.lines()));
        return bytes.toByteArray();
    }

    /** Their numbers. */
    public List<EntryRange> ranges() {
        NumberSet numbers = new NumberSet();
        entries.forEach(stored -> numbers.add(stored.entry().number()));
        return numbers.ranges();
    }
}
