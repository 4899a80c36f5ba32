package org.metalayer.protocol.tuf.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/** Objects that are maps from names to objects. */
final class Members {
    private Members() {}

    /** Reads each member; an error says which one it was. */
    static <T> Map<String, T> read(JsonObject map, BiFunction<String, JsonObject, T> reader) {
        Map<String, T> values = new LinkedHashMap<>();
        for (String name : map.members().keySet()) {
            try {
                values.put(name, reader.apply(name, map.object(name)));
            } catch (MalformedDocumentException e) {
                throw new MalformedDocumentException(
                        "in \"%s\": %s".formatted(Texts.shown(name), e.getMessage()), e);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    static <T> JsonObject write(Map<String, T> values, Function<T, JsonValue> writer) {
        JsonBuilder json = new JsonBuilder();
        values.forEach((name, value) -> json.put(name, writer.apply(value)));
        return json.build();
    }
}
