package org.metalayer.protocol.json;

import java.nio.charset.StandardCharsets;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;

/** Reads and writes JSON (RFC 8259) strictly. */
public final class Json {
    /** Deep enough for every message, shallow enough for every stack. */
    public static final int MAX_DEPTH = 64;

    /**
     * Five times what a component with the most files needs. Parsed, a value takes a hundred times
     * the room of its text, so that the length of a document is no bound.
     */
    public static final int MAX_VALUES = 250_000;

    private Json() {}

    /**
     * Parses one JSON document.
     *
     * @throws MalformedDocumentException on invalid UTF-8, duplicate keys, nesting deeper than
     *     {@link #MAX_DEPTH}, more than {@link #MAX_VALUES} values, or text after the value
     */
    public static JsonValue parse(byte[] utf8) {
        return parse(utf8, MAX_VALUES);
    }

    /** Parses a document that must be an object. */
    public static JsonObject parseObject(byte[] utf8) {
        return parseObject(utf8, MAX_VALUES);
    }

    /**
     * Parses a document that must be an object with at most {@code maxValues} values in all its
     * depths.
     */
    public static JsonObject parseObject(byte[] utf8, int maxValues) {
        if (parse(utf8, maxValues) instanceof JsonObject object) {
            return object;
        }
        throw new MalformedDocumentException("the document must be a JSON object");
    }

    private static JsonValue parse(byte[] utf8, int maxValues) {
        return new JsonReader(Texts.utf8(utf8), maxValues).document();
    }

    /** Compact text in member order, as UTF-8. */
    public static byte[] write(JsonValue value) {
        return JsonWriter.compact(value).getBytes(StandardCharsets.UTF_8);
    }

    /** Indented text for people. */
    public static String pretty(JsonValue value) {
        return JsonWriter.pretty(value);
    }
}
