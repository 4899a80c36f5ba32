package org.metalayer.cli.output;

import java.util.Optional;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;

/** Reads members that are shown as they are, whether text or number. */
public final class Scalars {

    private Scalars() {}

    /** The member's text; empty when it is absent or null. */
    public static Optional<String> optional(JsonObject json, String name) {
        return switch (json.members().get(name)) {
            case JsonValue.Text text -> Optional.of(text.value());
            case JsonValue.Decimal number -> Optional.of(number.value().toPlainString());
            case JsonValue.Bool bool -> Optional.of(bool.value() ? "yes" : "no");
            case null, default -> Optional.empty();
        };
    }

    /** The member's text, {@code -} when there is none. */
    public static String text(JsonObject json, String name) {
        return optional(json, name).orElse("-");
    }
}
