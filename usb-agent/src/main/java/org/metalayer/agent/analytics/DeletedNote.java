package org.metalayer.agent.analytics;

import java.util.List;
import org.metalayer.agent.ledger.EntryRange;
import org.metalayer.agent.ledger.StoredEntry;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.ledger.EntryKind;

/** Reads what entries of kind {@link EntryKind#DELETED} say. */
final class DeletedNote {

    private DeletedNote() {}

    /** The entries of which the content was deleted by this one; none where it is another kind. */
    static List<EntryRange> of(StoredEntry stored) {
        if (!stored.entry().kind().equals(EntryKind.DELETED)) {
            return List.of();
        }
        try {
            return stored.content()
                    .map(Json::parseObject)
                    .map(json -> json.objects("entries", EntryRange::read))
                    .orElse(List.of());
        } catch (MalformedDocumentException | IllegalArgumentException _) {
            // The content of those entries is gone all the same, which is what counts here.
            return List.of();
        }
    }
}
