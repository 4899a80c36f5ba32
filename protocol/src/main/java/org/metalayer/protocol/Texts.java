package org.metalayer.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;

/** Checks shared by the value types of the protocol. */
public final class Texts {
    private Texts() {}

    /**
     * Decodes UTF-8 without repairing it: replaced characters would make two inputs look the same.
     */
    public static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedDocumentException("the document is not valid UTF-8", e);
        }
    }

    /**
     * A human text of {@code min} to {@code max} characters; line breaks are allowed, other
     * controls are not.
     */
    public static String prose(String what, String value, int min, int max) {
        checkLength(what, value, min, max);
        if (value.codePoints().anyMatch(c -> isControl(c) && c != '\n')) {
            throw new MalformedDocumentException(what + " contains control characters");
        }
        return value;
    }

    /** A one-line text of {@code min} to {@code max} characters. */
    public static String line(String what, String value, int min, int max) {
        checkLength(what, value, min, max);
        if (value.codePoints().anyMatch(Texts::isControl)) {
            throw new MalformedDocumentException(what + " contains control characters");
        }
        return value;
    }

    static String matching(String what, String value, Pattern pattern) {
        if (!pattern.matcher(value).matches()) {
            throw new MalformedDocumentException(
                    "%s must match %s, was \"%s\"".formatted(what, pattern, shown(value)));
        }
        return value;
    }

    /** A number and what it counts, as people write it: "1 file", "1,000 files". */
    public static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }

    /**
     * A value as it may stand in an error text: short, and without characters that act on a
     * terminal.
     */
    public static String shown(String value) {
        StringBuilder safe = new StringBuilder();
        value.codePoints()
                .limit(80)
                .forEach(c -> safe.appendCodePoint(isControl(c) ? '\uFFFD' : c));
        return value.length() > 80 ? safe + "…" : safe.toString();
    }

    private static void checkLength(String what, String value, int min, int max) {
        int length = value.codePointCount(0, value.length());
        if (length < min || length > max) {
            throw new MalformedDocumentException(
                    "%s must have %d to %d characters, has %d".formatted(what, min, max, length));
        }
    }

    // Bidirectional overrides and line separators can make a text look like another one.
    private static boolean isControl(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || (type == Character.FORMAT && codePoint != 0x200D && codePoint != 0x200C)
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }
}
