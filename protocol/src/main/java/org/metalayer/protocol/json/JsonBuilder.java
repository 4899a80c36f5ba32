package org.metalayer.protocol.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Builds an object member by member, in the order in which they will be written. */
public final class JsonBuilder {
    private final Map<String, JsonValue> members = new LinkedHashMap<>();

    public JsonBuilder put(String name, JsonValue value) {
        members.put(name, value);
        return this;
    }

    /** A string, or {@code null} written as such. */
    public JsonBuilder put(String name, @Nullable String value) {
        return put(name, value == null ? new JsonValue.Null() : new JsonValue.Text(value));
    }

    public JsonBuilder put(String name, long value) {
        return put(name, new JsonValue.Decimal(BigDecimal.valueOf(value)));
    }

    public JsonBuilder put(String name, BigDecimal value) {
        return put(name, new JsonValue.Decimal(value));
    }

    public JsonBuilder put(String name, boolean value) {
        return put(name, new JsonValue.Bool(value));
    }

    public JsonBuilder put(String name, Instant value) {
        return put(name, value.toString());
    }

    public JsonBuilder put(String name, UUID value) {
        return put(name, value.toString());
    }

    /** Bytes as standard base64. */
    public JsonBuilder put(String name, byte[] value) {
        return put(name, Base64.getEncoder().encodeToString(value));
    }

    public <T> JsonBuilder put(String name, Collection<T> items, Function<T, JsonValue> writer) {
        return put(name, new JsonValue.Array(items.stream().map(writer).toList()));
    }

    /** A list of strings. */
    public <T> JsonBuilder strings(String name, Collection<T> items, Function<T, String> writer) {
        return put(name, items, item -> new JsonValue.Text(writer.apply(item)));
    }

    public JsonObject build() {
        return new JsonObject(members);
    }
}
