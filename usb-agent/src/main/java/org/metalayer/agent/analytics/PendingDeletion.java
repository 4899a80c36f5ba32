package org.metalayer.agent.analytics;

import java.util.List;
import org.metalayer.agent.ledger.EntryRange;

/**
 * A deletion that the Main System has not acknowledged yet.
 *
 * @param entry the number of the entry that says what was deleted
 * @param records those of them that may have been sent; the others are none of its business
 */
public record PendingDeletion(long entry, List<EntryRange> records) {

    public PendingDeletion {
        records = List.copyOf(records);
    }
}
