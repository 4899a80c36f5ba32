package org.metalayer.protocol.system;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.Texts;

/** A version of an image, or of an agent, such as {@code 1.4.0}: numbers with dots. */
public record SystemVersion(String text) implements Comparable<SystemVersion> {

    private static final Pattern FORM = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9}){0,3}");

    public SystemVersion {
        if (!FORM.matcher(text).matches()) {
            throw new MalformedDocumentException(
                    "a version is up to four numbers with dots, was \"%s\""
                            .formatted(Texts.shown(text)));
        }
    }

    /** Whether a text is one. */
    public static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    /** By numbers, not by letters: 1.10 comes after 1.9. */
    @Override
    public int compareTo(SystemVersion other) {
        return Arrays.compare(numbers(), other.numbers());
    }

    private int[] numbers() {
        return Arrays.stream(text.split("\\.")).mapToInt(Integer::parseInt).toArray();
    }

    @Override
    public String toString() {
        return text;
    }
}
