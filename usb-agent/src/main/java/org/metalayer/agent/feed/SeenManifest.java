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
record SeenManifest(String payload) {

    static SeenManifest read(JsonObject json) {
        SeenManifest seen = new SeenManifest(json.string("payload"));
        if (!seen.digest().hex().equals(json.string("sha256"))) {
            throw new MalformedDocumentException("the digest is not that of the payload");
        }
        return seen;
    }

    JsonObject write() {
        // As text: kept as a JSON value it would be written anew, and its digest be another one.
        return new JsonBuilder().put("payload", payload).put("sha256", digest().hex()).build();
    }

    DeploymentManifest manifest() {
        return DeploymentManifest.read(Json.parseObject(bytes()));
    }

    FeedMark mark() {
        return new FeedMark(manifest().sequence(), digest());
    }

    private Sha256 digest() {
        return Sha256.of(bytes());
    }

    private byte[] bytes() {
        return payload.getBytes(StandardCharsets.UTF_8);
    }
}
