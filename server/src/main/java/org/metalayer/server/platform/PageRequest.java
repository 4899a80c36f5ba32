package org.metalayer.server.platform;

import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param limit how many items, 1 to 200
 * @param after the item before the first one wanted; null for the beginning
 */
public record PageRequest(int limit, @Nullable Cursor after) {

    public static final int DEFAULT_LIMIT = 50;
    public static final int MAX_LIMIT = 200;

    public PageRequest {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw ProblemType.INVALID_REQUEST.because(
                    "'limit' must be 1 to %d, was %d".formatted(MAX_LIMIT, limit));
        }
    }

    /** From the query parameters {@code limit} and {@code after}, each null when absent. */
    public static PageRequest of(@Nullable Integer limit, @Nullable String after) {
        return new PageRequest(
                limit == null ? DEFAULT_LIMIT : limit, after == null ? null : Cursor.parse(after));
    }
}
