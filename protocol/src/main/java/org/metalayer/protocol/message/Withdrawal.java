package org.metalayer.protocol.message;

import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** A release that no stick may run any more, and why; who runs it returns to the one before. */
public record Withdrawal(
        UUID releaseId, ComponentName component, long version, UUID rolloutId, String reason) {
    static Withdrawal read(JsonObject json) {
        return new Withdrawal(
                json.uuid("release_id"),
                new ComponentName(json.string("component")),
                json.integer("version"),
                json.uuid("rollout_id"),
                json.string("reason"));
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("release_id", releaseId)
                .put("component", component.value())
                .put("version", version)
                .put("rollout_id", rolloutId)
                .put("reason", reason)
                .build();
    }
}
