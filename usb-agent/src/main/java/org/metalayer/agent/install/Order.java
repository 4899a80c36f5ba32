package org.metalayer.agent.install;

import java.time.Duration;
import java.util.UUID;
import org.metalayer.agent.feed.ReleaseRef;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What an installation is about; fixed from its beginning.
 *
 * @param attempt names the trees that belong to this installation
 * @param verifyFor how long the release must stay healthy
 * @param outcomeId chosen at the beginning, so that telling the outcome twice tells it once
 */
record Order(
        UUID attempt,
        ReleaseRef release,
        Resolution resolution,
        Duration verifyFor,
        UUID outcomeId) {

    static Order of(ReleaseRef release, Resolution resolution, Duration verifyFor) {
        return new Order(UUID.randomUUID(), release, resolution, verifyFor, UUID.randomUUID());
    }

    static Order read(JsonObject json) {
        return new Order(
                json.uuid("attempt"),
                ReleaseRef.read(json.object("release")),
                Resolution.valueOf(json.string("resolution")),
                Duration.ofSeconds(json.integer("verify_seconds")),
                json.uuid("outcome_id"));
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("attempt", attempt)
                .put("release", release.write())
                .put("resolution", resolution.name())
                .put("verify_seconds", verifyFor.toSeconds())
                .put("outcome_id", outcomeId)
                .build();
    }
}
