package org.metalayer.protocol.json;

import java.math.BigDecimal;
import java.util.List;

/** A JSON value. Numbers keep their exact decimal value. */
public sealed interface JsonValue
        permits JsonObject,
                JsonValue.Array,
                JsonValue.Text,
                JsonValue.Decimal,
                JsonValue.Bool,
                JsonValue.Null {

    /** An ordered list of values. */
    record Array(List<JsonValue> items) implements JsonValue {
        public Array {
            items = List.copyOf(items);
        }
    }

    /** A string. */
    record Text(String value) implements JsonValue {}

    /** A number with its exact decimal value. */
    record Decimal(BigDecimal value) implements JsonValue {}

    /** True or false. */
    record Bool(boolean value) implements JsonValue {}

    /** The literal {@code null}. */
    record Null() implements JsonValue {}
}
