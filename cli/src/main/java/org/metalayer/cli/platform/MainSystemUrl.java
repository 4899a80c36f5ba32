package org.metalayer.cli.platform;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Parses where a Main System answers. */
public final class MainSystemUrl {
    private static final Pattern ORIGIN =
            Pattern.compile("https?://[^/?#@\\s]+", Pattern.CASE_INSENSITIVE);

    private MainSystemUrl() {}

    /**
     * Scheme, host and port in lower case.
     *
     * @param source names where {@code text} comes from in the error
     */
    public static URI parse(String source, String text) {
        String origin = text.strip().replaceFirst("/$", "");
        try {
            if (ORIGIN.matcher(origin).matches() && URI.create(origin).getHost() != null) {
                return URI.create(origin.toLowerCase(Locale.ROOT));
            }
        } catch (IllegalArgumentException e) {
            throw refusal(source, text);
        }
        throw refusal(source, text);
    }

    private static CliException refusal(String source, String text) {
        return new CliException(
                "%s must be like http://localhost:8080, is %s".formatted(source, text));
    }
}
