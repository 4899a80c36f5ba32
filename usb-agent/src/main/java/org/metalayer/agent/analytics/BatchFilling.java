package org.metalayer.agent.analytics;

import java.util.ArrayList;
import java.util.List;
import org.metalayer.agent.ledger.StoredEntry;

/** A batch while it is put together. */
final class BatchFilling {

    private final BatchLimits limits;
    private final List<StoredEntry> entries = new ArrayList<>();
    private long bytes;

    BatchFilling(BatchLimits limits) {
        this.limits = limits;
    }

    /** Adds an entry where it fits; says whether another may follow. */
    boolean add(StoredEntry stored) {
        long more = stored.lines().length;
        if (!entries.isEmpty() && bytes + more > limits.bytes()) {
            return false;
        }
        entries.add(stored);
        bytes += more;
        return entries.size() < limits.entries();
    }

    boolean isEmpty() {
        return entries.isEmpty();
    }

    Batch batch() {
        return new Batch(entries);
    }
}
