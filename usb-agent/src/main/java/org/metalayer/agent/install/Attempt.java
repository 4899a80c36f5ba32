package org.metalayer.agent.install;

import java.time.Instant;
import org.metalayer.agent.feed.ReleaseRef;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** What came of the last offer of a component. */
public record Attempt(ReleaseRef release, Ending ending, Instant at) {

    /** Whether this was about the same release in the same rollout. */
    public boolean isOf(ReleaseRef other) {
        return release.rolloutId().equals(other.rolloutId())
                && release.releaseId().equals(other.releaseId());
    }

    static Attempt read(JsonObject json) {
        return new Attempt(
                ReleaseRef.read(json.object("release")),
                Ending.read(json.object("ending")),
                json.instant("at"));
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("release", release.write())
                .put("ending", ending.write())
                .put("at", at)
                .build();
    }
}
