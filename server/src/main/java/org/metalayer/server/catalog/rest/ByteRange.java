package org.metalayer.server.catalog.rest;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One satisfiable range of a file (RFC 9110 §14).
 *
 * @param first offset of the first byte
 * @param length in bytes, at least 1
 */
record ByteRange(long first, long length) {

    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** What a {@code Range} header means for a file of {@code size} bytes. */
    sealed interface Wanted {
        /** No range, or a form that a server may ignore. */
        record Everything() implements Wanted {}

        record Part(ByteRange range) implements Wanted {}

        /** Begins behind the end of the file. */
        record Unsatisfiable() implements Wanted {}
    }

    static Wanted parse(@Nullable String header, long size) {
        return Optional.ofNullable(header)
                .map(SINGLE::matcher)
                .filter(Matcher::matches)
                .map(range -> of(range.group(1), range.group(2), size))
                .orElseGet(Wanted.Everything::new);
    }

    private static Wanted of(String from, String to, long size) {
        if (from.isEmpty() && to.isEmpty()) {
            return new Wanted.Everything();
        }
        long first = from.isEmpty() ? Math.max(0, size - Long.parseLong(to)) : Long.parseLong(from);
        long last = from.isEmpty() || to.isEmpty() ? size - 1 : Long.parseLong(to);
        if (!from.isEmpty() && !to.isEmpty() && last < first) {
            return new Wanted.Everything();
        }
        if (first >= size) {
            return new Wanted.Unsatisfiable();
        }
        return new Wanted.Part(new ByteRange(first, Math.min(last, size - 1) - first + 1));
    }
}
