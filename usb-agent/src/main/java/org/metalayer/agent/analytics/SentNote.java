package org.metalayer.agent.analytics;

import java.util.List;
import java.util.Optional;
import org.metalayer.agent.ledger.EntryRange;
import org.metalayer.agent.ledger.StoredEntry;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.ledger.EntryKind;

/**
 * The content of an entry of kind {@link EntryKind#SENT}.
 *
 * @param entries what was sent
 * @param waiting no record before this number waits any more: from here on has to be read to know
 *     which do
 * @param receipt what the Main System answered
 */
record SentNote(List<EntryRange> entries, long waiting, String receipt) {

    SentNote {
        entries = List.copyOf(entries);
    }

    byte[] content() {
        return Json.write(
                new JsonBuilder()
                        .put("entries", entries, EntryRange::write)
                        .put("waiting", waiting)
                        .put("receipt", receipt)
                        .build());
    }

    /**
     * What an entry says, where it is one about what was sent. One that cannot be read says
     * nothing: sent again, a record is recognised, while one that is wrongly taken for sent would
     * be lost.
     */
    static Optional<SentNote> of(StoredEntry stored) {
        if (!stored.entry().kind().equals(EntryKind.SENT)) {
            return Optional.empty();
        }
        try {
            return stored.content()
                    .map(Json::parseObject)
                    .map(SentNote::read)
                    .filter(note -> note.isPossibleIn(stored.entry().number()));
        } catch (MalformedDocumentException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static SentNote read(JsonObject json) {
        return new SentNote(
                json.objects("entries", EntryRange::read),
                json.integer("waiting"),
                json.string("receipt"));
    }

    private boolean isPossibleIn(long number) {
        return 1 <= waiting
                && waiting <= number
                && entries.stream().allMatch(range -> range.last() < number);
    }
}
