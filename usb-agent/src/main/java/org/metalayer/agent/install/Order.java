package org.metalayer.agent.install;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.feed.ReleaseRef;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What an installation is about; only whom it serves may change after its beginning.
 *
 * @param attempt names the trees that belong to this installation
 * @param verifyFor how long the release must stay healthy
 * @param outcomeId chosen at the beginning, so that telling the outcome twice tells it once
 * @param request of the owner's that this serves, if any
 */
record Order(
        UUID attempt,
        ReleaseRef release,
        Resolution resolution,
        Duration verifyFor,
        UUID outcomeId,
        Optional<UUID> request) {

    /** Nobody asked for it. */
    static Order of(ReleaseRef release, Resolution resolution, Duration verifyFor) {
        return new Order(
                UUID.randomUUID(),
                release,
                resolution,
                verifyFor,
                UUID.randomUUID(),
                Optional.empty());
    }

    Order serving(UUID ownerRequest) {
        return new Order(
                attempt, release, resolution, verifyFor, outcomeId, Optional.of(ownerRequest));
    }

    static Order read(JsonObject json) {
        return new Order(
                json.uuid("attempt"),
                ReleaseRef.read(json.object("release")),
                Resolution.valueOf(json.string("resolution")),
                Duration.ofSeconds(json.integer("verify_seconds")),
                json.uuid("outcome_id"),
                json.optionalUuid("request"));
    }

    JsonObject write() {
        JsonBuilder json =
                new JsonBuilder()
                        .put("attempt", attempt)
                        .put("release", release.write())
                        .put("resolution", resolution.name())
                        .put("verify_seconds", verifyFor.toSeconds())
                        .put("outcome_id", outcomeId);
        request.ifPresent(id -> json.put("request", id));
        return json.build();
    }
}
