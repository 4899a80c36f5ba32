package org.metalayer.agent.daemon;

import java.time.Instant;
import java.util.Optional;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * How it stands with the Main System.
 *
 * @param reachedAt when it last answered, to within a few minutes
 * @param trouble what is wrong, in plain words; empty when all is well
 * @param since when that began
 */
public record Contact(Optional<Instant> reachedAt, Optional<String> trouble, Instant since) {

    static Contact read(JsonObject json) {
        return new Contact(
                json.optionalString("reached_at").map(Instant::parse),
                json.optionalString("trouble"),
                json.instant("since"));
    }

    public JsonObject write() {
        return new JsonBuilder()
                .put("reached_at", reachedAt.map(Instant::toString).orElse(null))
                .put("trouble", trouble.orElse(null))
                .put("since", since)
                .build();
    }
}
