package org.metalayer.server.catalog.feed;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Conditional requests (RFC 9110 §13.1.2). */
public final class EntityTags {

    private EntityTags() {}

    /** Whether an {@code If-None-Match} header names {@code tag}, so that 304 is the answer. */
    public static boolean match(@Nullable String header, String tag) {
        return header != null
                && (header.equals(tag)
                        || Arrays.stream(header.split(",", -1))
                                .map(String::strip)
                                .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                                .anyMatch(each -> each.equals("*") || each.equals(tag)));
    }
}
