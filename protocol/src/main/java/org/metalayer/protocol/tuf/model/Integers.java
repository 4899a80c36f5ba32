package org.metalayer.protocol.tuf.model;

import java.math.BigDecimal;
import java.util.OptionalLong;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonObject;

/** Whole numbers of 64 bits, spelled without fraction and exponent as canonical JSON demands. */
final class Integers {
    private Integers() {}

    static long read(JsonObject json, String name) {
        BigDecimal value = json.decimal(name);
        if (value.scale() != 0) {
            throw new MalformedDocumentException("\"%s\" must be a whole number".formatted(name));
        }
        return json.integer(name);
    }

    static OptionalLong optional(JsonObject json, String name) {
        return json.members().containsKey(name)
                ? OptionalLong.of(read(json, name))
                : OptionalLong.empty();
    }
}
