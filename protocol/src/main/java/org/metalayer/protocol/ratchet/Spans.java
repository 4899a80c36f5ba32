package org.metalayer.protocol.ratchet;

import java.util.ArrayList;
import java.util.List;

/**
 * The epochs that a restored backup left behind: whoever comes with one of them is the stick's
 * other copy. Each restore adds one span, which swallows those within it.
 */
public record Spans(List<Span> spans) {

    /** Nobody restores so often; beyond it the two oldest become one, which only widens them. */
    private static final int MOST = 32;

    public static final Spans NONE = new Spans(List.of());

    public Spans {
        spans = List.copyOf(spans);
    }

    /**
     * Epochs in a row.
     *
     * @param after the last one before it
     * @param to the last one in it
     */
    public record Span(long after, long to) {

        boolean contains(long epoch) {
            return after < epoch && epoch <= to;
        }
    }

    public boolean contains(long epoch) {
        return spans.stream().anyMatch(span -> span.contains(epoch));
    }

    /** Also the epochs from {@code after}, exclusive, to {@code to}, which no span goes beyond. */
    Spans with(long after, long to) {
        if (after >= to) {
            return this;
        }
        List<Span> kept = new ArrayList<>();
        spans.stream().filter(span -> span.after() < after).forEach(kept::add);
        kept.add(new Span(after, to));
        if (kept.size() > MOST) {
            Span first = kept.removeFirst();
            Span second = kept.removeFirst();
            kept.addFirst(new Span(first.after(), Math.max(first.to(), second.to())));
        }
        return new Spans(kept);
    }
}
