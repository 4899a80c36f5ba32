package org.metalayer.server.platform.rest;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a body is going to be, as its sender says (RFC 9110 §8.6). */
final class ContentLength {

    private static final Pattern NUMBER = Pattern.compile("0*([0-9]+)");
    private static final int DIGITS = 18;

    private ContentLength() {}

    static OptionalLong of(HttpServerRequest request) {
        return parse(request.getHeader(HttpHeaders.CONTENT_LENGTH));
    }

    /** Empty where nothing is said; a number that is longer than any body is the longest. */
    static OptionalLong parse(@Nullable String header) {
        Matcher number = NUMBER.matcher(header == null ? "" : header);
        if (!number.matches()) {
            return OptionalLong.empty();
        }
        String digits = number.group(1);
        return OptionalLong.of(digits.length() <= DIGITS ? Long.parseLong(digits) : Long.MAX_VALUE);
    }
}
