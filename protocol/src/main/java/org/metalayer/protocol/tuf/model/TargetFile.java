package org.metalayer.protocol.tuf.model;

import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What a targets role says of a file (specification §4.5).
 *
 * @param length in bytes, 64 bits wide
 * @param custom what the application adds; empty when there is nothing
 */
public record TargetFile(long length, Hashes hashes, JsonObject custom) {
    public TargetFile {
        Header.atLeast("length", length, 0);
    }

    /** Describes a file exactly. */
    public static TargetFile of(byte[] content, JsonObject custom) {
        return new TargetFile(content.length, Hashes.of(Sha256.of(content)), custom);
    }

    static TargetFile read(JsonObject json) {
        return new TargetFile(
                Integers.read(json, "length"),
                Hashes.read(json.object("hashes")),
                json.members().containsKey("custom")
                        ? json.object("custom")
                        : new JsonBuilder().build());
    }

    JsonObject write() {
        JsonBuilder json = new JsonBuilder().put("length", length).put("hashes", hashes.write());
        if (!custom.members().isEmpty()) {
            json.put("custom", custom);
        }
        return json.build();
    }

    /** A check for bytes as they arrive. */
    public FileCheck check() {
        return new FileCheck(length, hashes);
    }
}
