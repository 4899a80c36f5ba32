package org.metalayer.agent.feed;

import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.DeploymentManifest;

/**
 * Names the newest deployment manifest that was believed, so that an old one is refused even where
 * the manifest itself can no longer be read. It proves itself by a checksum: on worn flash a
 * sequence with one flipped bit could refuse every manifest for years.
 *
 * @param payload digest of the signed bytes
 * @param director whose word it was
 * @param floors that the director has demanded up to then
 */
record FeedMark(long sequence, Sha256 payload, DirectorKeys director, Floors floors) {

    /**
     * The mark after a newer manifest. Where a key of the director's was revoked nothing binds that
     * was said before: a thief could have counted as far as numbers go.
     *
     * @throws RefusedManifestException when it goes back on what was believed
     */
    FeedMark next(DeploymentManifest newer, Sha256 digest, DirectorKeys keys)
            throws RefusedManifestException {
        if (keys.revokes(director)) {
            return first(newer, digest, keys);
        }
        if (newer.sequence() < sequence) {
            throw new RefusedManifestException(
                    "the Main System shows deployment manifest %s, but %s was seen before: an old one is not followed"
                            .formatted(newer.sequence(), sequence));
        }
        if (newer.sequence() == sequence && !digest.equals(payload)) {
            throw new RefusedManifestException(
                    "there are two different deployment manifests with number %s: none but the first is followed"
                            .formatted(sequence));
        }
        return new FeedMark(newer.sequence(), digest, keys, floors.after(newer));
    }

    static FeedMark first(DeploymentManifest manifest, Sha256 digest, DirectorKeys keys) {
        return new FeedMark(manifest.sequence(), digest, keys, Floors.NONE.after(manifest));
    }

    static FeedMark read(JsonObject json) {
        FeedMark mark =
                new FeedMark(
                        json.integer("sequence"),
                        new Sha256(json.string("payload_sha256")),
                        DirectorKeys.read(json.object("director")),
                        Floors.read(json.object("floors")));
        if (!mark.checksum().equals(json.string("checksum"))) {
            throw new MalformedDocumentException("the checksum is not that of the rest");
        }
        return mark;
    }

    JsonObject write() {
        return content().put("checksum", checksum()).build();
    }

    private String checksum() {
        return Sha256.of(Json.write(content().build())).hex();
    }

    private JsonBuilder content() {
        return new JsonBuilder()
                .put("sequence", sequence)
                .put("payload_sha256", payload.hex())
                .put("director", director.write())
                .put("floors", floors.write());
    }
}
