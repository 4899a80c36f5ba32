package org.metalayer.agent.usb;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kernel's way to write space, tab, newline, hash and backslash in one word: {@code \040}. */
final class OctalEscapes {

    private static final Pattern ESCAPE = Pattern.compile("\\\\([0-3][0-7]{2})");

    private OctalEscapes() {}

    static String decode(String word) {
        return ESCAPE.matcher(word).replaceAll(OctalEscapes::character);
    }

    private static String character(MatchResult escape) {
        char decoded = (char) Integer.parseInt(escape.group(1), 8);
        return Matcher.quoteReplacement(String.valueOf(decoded));
    }
}
