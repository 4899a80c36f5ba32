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

    private static final Instant FIRST = Instant.EPOCH;
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    /** Reads what {@link #toString} wrote; anything else is the caller's mistake. */
    public static Cursor parse(String text) {
        try {
            String plain =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII);
            int comma = plain.indexOf(',');
            return new Cursor(
                    stored(Instant.parse(plain.substring(0, comma))),
                    UUID.fromString(plain.substring(comma + 1)));
        } catch (IllegalArgumentException
                | IndexOutOfBoundsException
                | DateTimeException malformed) {
            throw ProblemType.INVALID_REQUEST.because(
                    "'after' is not a cursor of this server: take it from 'next' of the page"
                            + " before, or leave it out to begin at the first page");
        }
    }

    /** Times reach further here than in the database, which ends a request that asks beyond. */
    private static Instant stored(Instant at) {
        if (at.isBefore(FIRST) || at.isAfter(LAST)) {
            throw new DateTimeException("no row is of that time");
        }
        return at;
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((at + "," + id).getBytes(StandardCharsets.US_ASCII));
    }
}
