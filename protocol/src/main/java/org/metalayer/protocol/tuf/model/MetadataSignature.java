package org.metalayer.protocol.tuf.model;

import java.util.HexFormat;
import java.util.Optional;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * One signature of a metadata file.
 *
 * @param hex as received: a malformed one is no reason to refuse what enough others signed
 */
public record MetadataSignature(String keyId, String hex) {
    static MetadataSignature read(JsonObject json) {
        return new MetadataSignature(json.string("keyid"), json.string("sig"));
    }

    JsonObject write() {
        return new JsonBuilder().put("keyid", keyId).put("sig", hex).build();
    }

    Optional<byte[]> bytes() {
        try {
            return Optional.of(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
