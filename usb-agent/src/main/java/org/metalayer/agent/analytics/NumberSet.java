package org.metalayer.agent.analytics;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalLong;
import org.metalayer.agent.ledger.EntryRange;

/** Numbers of entries: one bit each, so that a million take an eighth of a megabyte. */
final class NumberSet {

    private final BitSet bits;

    NumberSet() {
        this(new BitSet());
    }

    private NumberSet(BitSet bits) {
        this.bits = bits;
    }

    void add(long number) {
        bits.set(Math.toIntExact(number));
    }

    void remove(long number) {
        bits.clear(Math.toIntExact(number));
    }

    void clear() {
        bits.clear();
    }

    void remove(List<EntryRange> ranges) {
        for (EntryRange range : ranges) {
            bits.clear(index(range.first()), index(range.last() + 1));
        }
    }

    /** The same without these, in a set of its own. */
    NumberSet without(List<EntryRange> ranges) {
        NumberSet others = new NumberSet((BitSet) bits.clone());
        others.remove(ranges);
        return others;
    }

    /** Those of them that are in these, in a set of its own. */
    NumberSet within(List<EntryRange> ranges) {
        BitSet wanted = new BitSet();
        for (EntryRange range : ranges) {
            wanted.set(index(range.first()), index(range.last() + 1));
        }
        wanted.and(bits);
        return new NumberSet(wanted);
    }

    boolean contains(long number) {
        return bits.get(Math.toIntExact(number));
    }

    boolean isEmpty() {
        return bits.isEmpty();
    }

    int size() {
        return bits.cardinality();
    }

    /** The first one from this number on. */
    OptionalLong firstFrom(long number) {
        int first = bits.nextSetBit(Math.toIntExact(number));
        return first < 0 ? OptionalLong.empty() : OptionalLong.of(first);
    }

    /** All of them, those in a row together. */
    List<EntryRange> ranges() {
        List<EntryRange> ranges = new ArrayList<>();
        int first = bits.nextSetBit(0);
        while (first >= 0) {
            int end = bits.nextClearBit(first);
            ranges.add(new EntryRange(first, end - 1));
            first = bits.nextSetBit(end);
        }
        return ranges;
    }

    // A range may be written down for more entries than there are.
    private int index(long number) {
        return (int) Math.min(number, Math.max(bits.length(), 1));
    }
}
