package org.metalayer.protocol;

/**
 * Makes text harmless for a terminal. Names and descriptions come from sticks, and a stick could
 * send characters that move the cursor, hide a line or turn its direction round.
 */
public final class PlainText {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private PlainText() {}

    /** One line: every character that acts on a terminal is replaced, tabs and breaks by spaces. */
    public static String line(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(shown(c)));
        return safe.toString();
    }

    /** Several lines: the same, but line feeds stay. */
    public static String lines(String text) {
        StringBuilder safe = new StringBuilder(text.length());
        text.codePoints().forEach(c -> safe.appendCodePoint(c == '\n' ? c : shown(c)));
        return safe.toString();
    }

    /** A JSON document in which what {@link #line} would replace is written as an escape. */
    public static String json(String document) {
        StringBuilder safe = new StringBuilder(document.length());
        for (int i = 0; i < document.length(); i++) {
            char c = document.charAt(i);
            if (c != '\n' && c != '\r' && c != '\t' && acts(c)) {
                safe.append("\\u%04x".formatted((int) c));
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    private static int shown(int codePoint) {
        if (codePoint == '\t' || codePoint == '\n' || codePoint == '\r') {
            return ' ';
        }
        return Character.getType(codePoint) == Character.SURROGATE || acts(codePoint)
                ? '\uFFFD'
                : codePoint;
    }

    private static boolean acts(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            // Bidirectional overrides and the like; the joiners belong to ordinary words.
            case Character.FORMAT ->
                    codePoint != ZERO_WIDTH_NON_JOINER && codePoint != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }
}
