package org.metalayer.agent.ledger;

import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Entries one after the other.
 *
 * @param first the number of the first
 * @param last that of the last, which may be the same
 */
public record EntryRange(long first, long last) {

    /**
     * @throws IllegalArgumentException when there are no such entries
     */
    public EntryRange {
        if (first < 1 || last < first) {
            throw new IllegalArgumentException(
                    "there are no entries from " + first + " to " + last);
        }
    }

    /** Whether the entry of this number is one of them. */
    public boolean contains(long number) {
        return first <= number && number <= last;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws org.metalayer.protocol.MalformedDocumentException when it is something else
     * @throws IllegalArgumentException when there are no such entries
     */
    public static EntryRange read(JsonObject json) {
        return new EntryRange(json.integer("first"), json.integer("last"));
    }

    /** As it stands in the content of entries. */
    public JsonObject write() {
        return new JsonBuilder().put("first", first).put("last", last).build();
    }
}
