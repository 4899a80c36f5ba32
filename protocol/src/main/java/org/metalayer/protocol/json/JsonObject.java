package org.metalayer.protocol.json;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;

/**
 * An object with typed access to its members; what is missing or of another type is a clear error.
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public String string(String name) {
        return expect(name, require(name), JsonValue.Text.class, "a string").value();
    }

    public Optional<String> optionalString(String name) {
        return optional(name).map(v -> expect(name, v, JsonValue.Text.class, "a string").value());
    }

    public boolean bool(String name) {
        return expect(name, require(name), JsonValue.Bool.class, "true or false").value();
    }

    public BigDecimal decimal(String name) {
        return expect(name, require(name), JsonValue.Decimal.class, "a number").value();
    }

    /** A whole number within {@code long}. */
    public long integer(String name) {
        try {
            return decimal(name).longValueExact();
        } catch (ArithmeticException e) {
            throw new MalformedDocumentException(
                    "\"%s\" must be a whole number".formatted(name), e);
        }
    }

    public JsonObject object(String name) {
        return expect(name, require(name), JsonObject.class, "an object");
    }

    public Optional<JsonObject> optionalObject(String name) {
        return optional(name).map(v -> expect(name, v, JsonObject.class, "an object"));
    }

    /** A list of objects, each read by {@code reader}; an error says which item it was. */
    public <T> List<T> objects(String name, Function<JsonObject, T> reader) {
        return items(name, JsonObject.class, "an object", reader);
    }

    /** A list of strings, each read by {@code reader}. */
    public <T> List<T> strings(String name, Function<String, T> reader) {
        return items(name, JsonValue.Text.class, "a string", text -> reader.apply(text.value()));
    }

    public Instant instant(String name) {
        try {
            return Instant.parse(string(name));
        } catch (DateTimeException e) {
            throw new MalformedDocumentException(
                    "\"%s\" must be an RFC 3339 UTC time".formatted(name), e);
        }
    }

    /** A UUID in its canonical lower-case form, so that equal ids are equal texts. */
    public UUID uuid(String name) {
        return uuid(name, string(name));
    }

    public Optional<UUID> optionalUuid(String name) {
        return optionalString(name).map(text -> uuid(name, text));
    }

    /** Bytes in standard base64 with padding. */
    public byte[] base64(String name) {
        try {
            return Base64.getDecoder().decode(string(name));
        } catch (IllegalArgumentException e) {
            throw new MalformedDocumentException(
                    "\"%s\" must be standard base64".formatted(name), e);
        }
    }

    /** Parses a UUID in canonical form. */
    public static UUID uuid(String name, String text) {
        try {
            UUID uuid = UUID.fromString(text);
            if (uuid.toString().equals(text)) {
                return uuid;
            }
        } catch (IllegalArgumentException e) {
            throw new MalformedDocumentException("\"%s\" must be a UUID".formatted(name), e);
        }
        throw new MalformedDocumentException("\"%s\" must be a UUID in lower case".formatted(name));
    }

    private <J extends JsonValue, T> List<T> items(
            String name, Class<J> type, String expected, Function<J, T> reader) {
        List<T> items = new ArrayList<>();
        for (JsonValue item :
                expect(name, require(name), JsonValue.Array.class, "a list").items()) {
            String place = "%s[%d]".formatted(name, items.size());
            try {
                items.add(reader.apply(expect(place, item, type, expected)));
            } catch (MalformedDocumentException e) {
                throw new MalformedDocumentException(
                        "in %s: %s".formatted(place, e.getMessage()), e);
            }
        }
        return List.copyOf(items);
    }

    private Optional<JsonValue> optional(String name) {
        JsonValue value = members.get(name);
        return value instanceof JsonValue.Null ? Optional.empty() : Optional.ofNullable(value);
    }

    private JsonValue require(String name) {
        @Nullable JsonValue value = members.get(name);
        if (value == null) {
            throw new MalformedDocumentException("\"%s\" is missing".formatted(Texts.shown(name)));
        }
        return value;
    }

    private static <J extends JsonValue> J expect(
            String name, JsonValue value, Class<J> type, String expected) {
        if (!type.isInstance(value)) {
            throw new MalformedDocumentException("\"%s\" must be %s".formatted(name, expected));
        }
        return type.cast(value);
    }
}
