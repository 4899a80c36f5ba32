package org.metalayer.protocol;

import java.util.regex.Pattern;

/** An independently versioned unit of a stick's content, such as {@code music-player}. */
public record ComponentName(String value) implements Comparable<ComponentName> {
    private static final Pattern PATTERN = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public ComponentName {
        Texts.matching("component", value, PATTERN);
    }

    /** Whether {@code candidate} is such a name. */
    public static boolean isOne(String candidate) {
        return PATTERN.matcher(candidate).matches();
    }

    @Override
    public int compareTo(ComponentName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
