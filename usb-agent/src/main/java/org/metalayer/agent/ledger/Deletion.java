package org.metalayer.agent.ledger;

import java.util.List;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Content that is deleted.
 *
 * @param number of the entry that says so
 */
record Deletion(long number, List<EntryRange> entries) {

    Deletion {
        entries = List.copyOf(entries);
    }

    boolean concerns(long entry) {
        return entries.stream().anyMatch(range -> range.contains(entry));
    }

    static Deletion read(JsonObject json) {
        return new Deletion(json.integer("number"), json.objects("entries", EntryRange::read));
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("number", number)
                .put("entries", entries, EntryRange::write)
                .build();
    }

    /** The content of the entry that says so. */
    byte[] content() {
        return Json.write(new JsonBuilder().put("entries", entries, EntryRange::write).build());
    }
}
