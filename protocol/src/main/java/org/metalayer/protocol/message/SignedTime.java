package org.metalayer.protocol.message;

import java.time.Instant;
import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What time it is (docs/protocol.md §7), signed by the key of the timestamp.
 *
 * @param nonce 32 hex digits that the stick chose: the answer cannot be an old one
 */
public record SignedTime(String nonce, Instant time) {
    private static final Pattern NONCE = Pattern.compile("[0-9a-f]{32}");

    /** No computer of this system runs earlier or later; beyond, arithmetic would fail. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    public SignedTime {
        if (!NONCE.matcher(nonce).matches()) {
            throw new MalformedDocumentException("nonce must be 32 lower-case hex digits");
        }
        if (time.isBefore(EARLIEST) || time.isAfter(LATEST)) {
            throw new MalformedDocumentException("time must be between 2000 and 9999");
        }
    }

    public static SignedTime read(JsonObject json) {
        return new SignedTime(json.string("nonce"), json.instant("time"));
    }

    public JsonObject write() {
        return new JsonBuilder().put("nonce", nonce).put("time", time).build();
    }
}
