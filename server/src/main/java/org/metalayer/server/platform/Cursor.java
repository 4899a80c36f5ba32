package org.metalayer.server.platform;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * A place in a list that is ordered by time and id. Opaque to callers, so that the order can change
 * without breaking them.
 */
public record Cursor(Instant at, UUID id) {

    /** Reads what {@link #toString} wrote; anything else is the caller's mistake. */
    public static Cursor parse(String text) {
        try {
            String plain =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int comma = plain.indexOf(',');
            return new Cursor(
                    Instant.parse(plain.substring(0, comma)),
                    UUID.fromString(plain.substring(comma + 1)));
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | DateTimeException malformed) {
            throw ProblemType.INVALID_REQUEST.because(
                    "'after' is not a cursor of this server: take it from 'next' of the page"
                            + " before, or leave it out to begin at the first page");
        }
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + "," + id).getBytes(StandardCharsets.US_ASCII));
    }
}
