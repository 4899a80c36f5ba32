package org.metalayer.agent.analytics;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.metalayer.agent.ledger.Ledger;
import org.metalayer.agent.ledger.StoredEntry;
import org.metalayer.protocol.ledger.LedgerEntry;

/**
 * Reads a ledger page by page: it may be far larger than the memory. Never reads beyond the head:
 * what stands there is still being written.
 */
final class Pages {

    private final Source source;
    private final Head head;

    /** Where the entries come from. */
    @FunctionalInterface
    interface Source {
        /** Those around one. */
        List<StoredEntry> page(long number) throws IOException;
    }

    /** How far they go. */
    @FunctionalInterface
    interface Head {
        Optional<LedgerEntry> get();
    }

    /** Is shown one entry after the other. */
    @FunctionalInterface
    interface Visitor {
        /** Takes an entry; says whether to go on. */
        boolean visit(StoredEntry stored) throws IOException;
    }

    Pages(Ledger ledger) {
        this(ledger::page, ledger::head);
    }

    Pages(Source source, Head head) {
        this.source = source;
        this.head = head;
    }

    /** The number of the last entry; 0 where there is none. */
    long last() {
        return head.get().map(LedgerEntry::number).orElse(0L);
    }

    /** Shows all entries from this number on. */
    void each(long from, Visitor visitor) throws IOException {
        each(from, last(), visitor);
    }

    /** Shows the entries from one number to another, both included. */
    void each(long from, long to, Visitor visitor) throws IOException {
        long end = Math.min(to, last());
        long next = Math.max(1, from);
        while (next <= end) {
            List<StoredEntry> page = source.page(next);
            for (StoredEntry stored : page) {
                long number = stored.entry().number();
                if (number > end || (number >= next && !visitor.visit(stored))) {
                    return;
                }
            }
            if (page.isEmpty()) {
                return;
            }
            next = page.getLast().entry().number() + 1;
        }
    }

    /** The last entry of which something can be found, looked for from the end. */
    <T> Optional<T> last(Function<StoredEntry, Optional<T>> found) throws IOException {
        long end = last();
        while (end >= 1) {
            List<StoredEntry> page = upTo(end, source.page(end));
            Optional<T> last =
                    page.reversed().stream().map(found).flatMap(Optional::stream).findFirst();
            if (last.isPresent() || page.isEmpty()) {
                return last;
            }
            end = page.getFirst().entry().number() - 1;
        }
        return Optional.empty();
    }

    private static List<StoredEntry> upTo(long end, List<StoredEntry> page) {
        return page.stream().filter(stored -> stored.entry().number() <= end).toList();
    }
}
