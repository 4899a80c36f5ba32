package org.metalayer.protocol.analytics;

import java.time.Duration;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * One field of the registry.
 *
 * @param name as it stands in a record
 * @param meaning in plain words, for the owner
 * @param since the version of the registry that brought it
 * @param retention for how long it is kept at most
 */
public record Field(
        String name,
        String meaning,
        int since,
        Purpose purpose,
        Sensitivity sensitivity,
        FieldType type,
        Duration retention) {

    /** As the owner and programs read it. */
    public JsonObject write() {
        return new JsonBuilder()
                .put("name", name)
                .put("meaning", meaning)
                .put("since", since)
                .put("purpose", purpose.word())
                .put("sensitivity", sensitivity.word())
                .put("type", type.words())
                .put("retention_days", retention.toDays())
                .build();
    }
}
