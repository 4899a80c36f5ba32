package org.metalayer.acceptance.harness;

import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/** A JSON value as it came over the wire, read member by member. */
public record View(JsonValue value) {
    public static View of(JsonValue value) {
        return new View(value);
    }

    /** The value at the end of a path of members, which must exist. */
    public View at(String... names) {
        View view = this;
        for (String name : names) {
            JsonValue next = view.object().members().get(name);
            if (next == null) {
                throw new AssertionError("no \"%s\" in %s".formatted(name, view));
            }
            view = of(next);
        }
        return view;
    }

    public String text(String... names) {
        View view = at(names);
        if (view.value instanceof JsonValue.Text text) {
            return text.value();
        }
        throw new AssertionError("%s is no string in %s".formatted(List.of(names), this));
    }

    /** A string that may be null. */
    public Optional<String> optional(String... names) {
        return at(names).isNull() ? Optional.empty() : Optional.of(text(names));
    }

    public long number(String... names) {
        if (at(names).value instanceof JsonValue.Decimal decimal) {
            return decimal.value().longValueExact();
        }
        throw new AssertionError("%s is no number in %s".formatted(List.of(names), this));
    }

    public boolean flag(String... names) {
        return at(names).value.equals(new JsonValue.Bool(true));
    }

    public boolean isNull() {
        return value instanceof JsonValue.Null;
    }

    public List<View> list(String... names) {
        if (at(names).value instanceof JsonValue.Array array) {
            return array.items().stream().map(View::of).toList();
        }
        throw new AssertionError("%s is no list in %s".formatted(List.of(names), this));
    }

    /** A list of strings. */
    public List<String> texts(String... names) {
        return list(names).stream().map(View::text).toList();
    }

    public JsonObject object() {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new AssertionError("no object: " + this);
    }

    @Override
    public String toString() {
        return Json.pretty(value);
    }
}
