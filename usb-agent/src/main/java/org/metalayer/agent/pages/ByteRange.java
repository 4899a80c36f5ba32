package org.metalayer.agent.pages;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file (RFC 9110 §14.1.2).
 *
 * @param from its first byte, counted from 0
 * @param length in bytes; 0 for a part that the file does not have
 */
record ByteRange(long from, long length) {

    /** One range, with numbers of a size that files have. */
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,15})-(\\d{0,15})");

    /** The whole of a file. */
    static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /**
     * What a {@code Range} header asks for. One of another form, or of several parts, may be
     * ignored, and is.
     */
    static Optional<ByteRange> parse(String header, long size) {
        Matcher one = ONE.matcher(header);
        if (!one.matches() || (one.group(1) + one.group(2)).isEmpty()) {
            return Optional.empty();
        }
        if (one.group(1).isEmpty()) {
            long length = Math.min(size, Long.parseLong(one.group(2)));
            return Optional.of(new ByteRange(size - length, length));
        }
        long from = Long.parseLong(one.group(1));
        long to = one.group(2).isEmpty() ? size - 1 : Long.parseLong(one.group(2));
        if (to < from && !one.group(2).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ByteRange(from, Math.max(0, Math.min(to, size - 1) - from + 1)));
    }

    /** As {@code Content-Range} says it. */
    String of(long size) {
        return length == 0
                ? "bytes */" + size
                : "bytes %s-%s/%s".formatted(from, from + length - 1, size);
    }
}
