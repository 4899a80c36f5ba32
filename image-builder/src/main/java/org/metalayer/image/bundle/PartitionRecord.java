package org.metalayer.image.bundle;

import java.util.Locale;
import org.metalayer.image.layout.PartitionType;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * A partition as it was built.
 *
 * @param number from 1
 * @param size in bytes
 * @param sha256 of all of them
 */
public record PartitionRecord(
        long number, PartitionType type, String label, long size, Sha256 sha256) {

    static PartitionRecord read(JsonObject json) {
        return new PartitionRecord(
                json.integer("number"),
                type(json.string("type")),
                json.string("label"),
                json.integer("size"),
                new Sha256(json.string("sha256")));
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("number", number)
                .put("type", type.name().toLowerCase(Locale.ROOT))
                .put("label", label)
                .put("size", size)
                .put("sha256", sha256.hex())
                .build();
    }

    private static PartitionType type(String word) {
        try {
            return PartitionType.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new MalformedDocumentException("unknown type of partition: " + word, e);
        }
    }
}
