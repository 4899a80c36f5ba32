package org.metalayer.protocol.json;

import java.nio.charset.StandardCharsets;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;

/** Reads and writes JSON (RFC 8259) strictly. */
public final class Json {
    /** Deep enough for every message, shallow enough for every stack. */
    public static final int MAX_DEPTH = 64;

    private Json() {}

    /**
     * Parses one JSON document.
     *
     * @throws MalformedDocumentException on invalid UTF-8, duplicate keys, nesting deeper than
     *     {@link #MAX_DEPTH}, or text after the value
     */
    public static JsonValue parse(byte[] utf8) {
        return new JsonReader(Texts.utf8(utf8)).document();
    }

    /** Parses a document that must be an object. */
    public static JsonObject parseObject(byte[] utf8) {
        if (parse(utf8) instanceof JsonObject object) {
            return object;
        }
        throw new MalformedDocumentException("the document must be a JSON object");
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
