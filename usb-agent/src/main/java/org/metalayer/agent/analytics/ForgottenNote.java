package org.metalayer.agent.analytics;

import java.util.OptionalLong;
import org.metalayer.agent.ledger.StoredEntry;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.ledger.EntryKind;

/**
 * The content of an entry of kind {@link EntryKind#FORGOTTEN}.
 *
 * @param deletion the number of the entry about the deletion
 * @param receipt what the Main System answered
 */
record ForgottenNote(long deletion, String receipt) {

    byte[] content() {
        return Json.write(
                new JsonBuilder().put("deletion", deletion).put("receipt", receipt).build());
    }

    /** Which deletion an entry acknowledges, if any. */
    static OptionalLong of(StoredEntry stored) {
        if (!stored.entry().kind().equals(EntryKind.FORGOTTEN) || stored.content().isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Json.parseObject(stored.content().get()).integer("deletion"));
        } catch (MalformedDocumentException _) {
            // The deletion is told once more.
            return OptionalLong.empty();
        }
    }
}
