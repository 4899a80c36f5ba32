package org.metalayer.agent.checkin;

import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * One installed component, as a check-in names it.
 *
 * @param localChanges number of files in which it differs from its release
 */
public record ComponentState(
        ComponentName component, UUID releaseId, long version, int localChanges) {

    JsonObject write() {
        return new JsonBuilder()
                .put("component", component.value())
                .put("release_id", releaseId)
                .put("version", version)
                .put("local_changes", localChanges)
                .build();
    }
}
