package org.metalayer.agent.feed;

import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.trust.NamedTarget;

/**
 * Exactly one release of one rollout, as the director named it.
 *
 * @param sha256 of the release document
 * @param target what the release's own role has to say, too; empty for one that is only left
 */
public record ReleaseRef(
        UUID rolloutId,
        UUID releaseId,
        ComponentName component,
        long version,
        Sha256 sha256,
        Optional<NamedTarget> target) {

    public static ReleaseRef of(DeploymentEntry entry) {
        return new ReleaseRef(
                entry.rolloutId(),
                entry.releaseId(),
                entry.component(),
                entry.version(),
                entry.releaseSha256(),
                entry.target());
    }

    /** Whether both name the same document, in whichever rollout. */
    boolean isSameAs(ReleaseRef other) {
        return releaseId.equals(other.releaseId) && sha256.equals(other.sha256);
    }

    public static ReleaseRef read(JsonObject json) {
        return new ReleaseRef(
                json.uuid("rollout_id"),
                json.uuid("release_id"),
                new ComponentName(json.string("component")),
                json.integer("version"),
                new Sha256(json.string("release_sha256")),
                NamedTarget.read(json));
    }

    public JsonObject write() {
        JsonBuilder json =
                new JsonBuilder()
                        .put("rollout_id", rolloutId)
                        .put("release_id", releaseId)
                        .put("component", component.value())
                        .put("version", version)
                        .put("release_sha256", sha256.hex());
        target.ifPresent(named -> named.writeInto(json));
        return json.build();
    }
}
