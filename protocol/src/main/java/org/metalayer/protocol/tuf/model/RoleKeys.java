package org.metalayer.protocol.tuf.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Who signs for a role.
 *
 * @param threshold how many different ones of the keys have to, at least 1
 */
public record RoleKeys(int threshold, List<String> keyIds) {
    public RoleKeys {
        keyIds = List.copyOf(keyIds);
        if (threshold < 1) {
            throw new MalformedDocumentException(
                    "a threshold is at least 1, was %d: none would accept unsigned metadata"
                            .formatted(threshold));
        }
        if (keyIds.stream().distinct().count() != keyIds.size()) {
            throw new MalformedDocumentException("a role lists one keyid twice");
        }
    }

    static RoleKeys read(JsonObject json) {
        long threshold = Integers.read(json, "threshold");
        if (threshold > Integer.MAX_VALUE) {
            throw new MalformedDocumentException(
                    "a threshold of %d cannot be met".formatted(threshold));
        }
        return new RoleKeys((int) threshold, json.strings("keyids", keyId -> keyId));
    }

    JsonBuilder writeInto(JsonBuilder json) {
        return json.strings("keyids", keyIds, keyId -> keyId).put("threshold", threshold);
    }

    /** The role with its keys; ids without a key can sign nothing and are left out. */
    Authority resolve(RoleName role, Map<String, TufKey> keys) {
        return new Authority(
                role, threshold, keyIds.stream().map(keys::get).filter(Objects::nonNull).toList());
    }
}
