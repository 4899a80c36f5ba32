package org.metalayer.protocol.tuf.encoding;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonValue;

/** Reads canonical JSON back, which shows that no two values share one form. */
final class CanonicalText {
    private CanonicalText() {}

    /**
     * Control characters stand in canonical JSON as they are, and only inside of strings; escaped,
     * they make it the JSON of RFC 8259.
     */
    static JsonValue decode(byte[] canonical) {
        StringBuilder json = new StringBuilder();
        for (char c : new String(canonical, UTF_8).toCharArray()) {
            json.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
        return Json.parse(json.toString().getBytes(UTF_8));
    }
}
