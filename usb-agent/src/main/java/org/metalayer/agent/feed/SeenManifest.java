package org.metalayer.agent.feed;

import java.util.Optional;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * The newest deployment manifest that was believed, as it came.
 *
 * @param etag for asking whether there is a newer one
 * @param envelope the bytes that came, which are UTF-8
 */
record SeenManifest(Optional<String> etag, String envelope) {

    static SeenManifest read(JsonObject json) {
        return new SeenManifest(json.optionalString("etag"), json.string("envelope"));
    }

    JsonObject write() {
        // As text: kept as a JSON value it would be written anew, and signed bytes never are.
        return new JsonBuilder().put("etag", etag.orElse(null)).put("envelope", envelope).build();
    }
}
