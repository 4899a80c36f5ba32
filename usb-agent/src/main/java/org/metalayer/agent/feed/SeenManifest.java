package org.metalayer.agent.feed;

import java.nio.charset.StandardCharsets;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.DeploymentManifest;

/**
 * The newest deployment manifest that was believed, as it came. It proves itself by its digest, as
 * nobody is asked for a signature again.
 *
 * @param payload the bytes that came, which are UTF-8
 */
record SeenManifest(String payload, FeedMark mark) {

    static SeenManifest read(JsonObject json) {
        SeenManifest seen =
                new SeenManifest(json.string("payload"), FeedMark.read(json.object("mark")));
        if (!digest(seen.payload()).equals(seen.mark().payload())) {
            throw new MalformedDocumentException("the digest is not that of the payload");
        }
        return seen;
    }

    JsonObject write() {
        // As text: kept as a JSON value it would be written anew, and its digest be another one.
        return new JsonBuilder().put("payload", payload).put("mark", mark.write()).build();
    }

    Directions directions() {
        return new Directions(manifest(payload), mark.floors());
    }

    static DeploymentManifest manifest(String payload) {
        return DeploymentManifest.read(Json.parseObject(bytes(payload)));
    }

    static Sha256 digest(String payload) {
        return Sha256.of(bytes(payload));
    }

    private static byte[] bytes(String payload) {
        return payload.getBytes(StandardCharsets.UTF_8);
    }
}
