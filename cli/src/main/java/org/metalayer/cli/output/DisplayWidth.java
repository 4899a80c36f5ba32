package org.metalayer.cli.output;

import java.lang.Character.UnicodeScript;

/** How many columns of a terminal a text takes. */
final class DisplayWidth {

    private DisplayWidth() {}

    static int of(String text) {
        return text.codePoints().map(DisplayWidth::of).sum();
    }

    private static int of(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> isWide(codePoint) ? 2 : 1;
        };
    }

    private static boolean isWide(int codePoint) {
        if ((codePoint >= 0x3000 && codePoint <= 0x303E) // CJK punctuation
                || (codePoint >= 0xFF01 && codePoint <= 0xFF60)) { // full-width forms
            return true;
        }
        if (codePoint >= 0xFF61 && codePoint <= 0xFFDC) { // half-width forms
            return false;
        }
        return switch (UnicodeScript.of(codePoint)) {
            case HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO, YI -> true;
            default -> Character.isEmojiPresentation(codePoint);
        };
    }
}
