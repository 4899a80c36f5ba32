package org.metalayer.protocol.trust;

import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Where all trust of a stick starts: the {@code trust} member of an enrolment's answer
 * (docs/protocol.md §2).
 *
 * @param digest of the bytes of {@code 1.root.json}
 */
public record PinnedRoot(Sha256 digest) {

    public static PinnedRoot read(JsonObject json) {
        return new PinnedRoot(new Sha256(json.string("root_sha256")));
    }

    public JsonObject write() {
        return new JsonBuilder().put("root_sha256", digest.hex()).build();
    }
}
