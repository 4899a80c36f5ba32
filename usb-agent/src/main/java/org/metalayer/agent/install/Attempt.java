package org.metalayer.agent.install;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.feed.ReleaseRef;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What came of the last offer of a component.
 *
 * @param request of the owner's that it was done for, if any
 */
public record Attempt(ReleaseRef release, Ending ending, Instant at, Optional<UUID> request) {

    /** Whether this was about the same release in the same rollout. */
    public boolean isOf(ReleaseRef other) {
        return release.rolloutId().equals(other.rolloutId())
                && release.releaseId().equals(other.releaseId());
    }

    static Attempt read(JsonObject json) {
        return new Attempt(
                ReleaseRef.read(json.object("release")),
                Ending.read(json.object("ending")),
                json.instant("at"),
                json.optionalUuid("request"));
    }

    JsonObject write() {
        JsonBuilder json =
                new JsonBuilder()
                        .put("release", release.write())
                        .put("ending", ending.write())
                        .put("at", at);
        request.ifPresent(id -> json.put("request", id));
        return json.build();
    }
}
