package org.metalayer.server.evaluation.content;

import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Names that people read as another one (after Unicode UTS #39, "Mixed-Script Detection"). */
public final class LookalikeName {

    /** Cyrillic and Greek letters that look like Latin ones. */
    private static final String LATIN_LOOKING =
            "асеорхуіјѕһԁԛԝгкАВСЕНІЈКМОРЅТХУԌԚԜοανικτυρΑΒΕΖΗΙΚΜΝΟΡΤΥΧ";

    private static final Set<UnicodeScript> CONFUSED =
            EnumSet.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.GREEK);

    private LookalikeName() {}

    /** Why a path may be taken for another one; empty for honest ones. */
    public static Optional<String> in(String path) {
        for (String segment : path.split("/", -1)) {
            int dot = segment.lastIndexOf('.');
            String word = dot > 0 ? segment.substring(0, dot) : segment;
            if (mixes(word)) {
                return Optional.of("mixes letters of several alphabets that look alike");
            }
            if (imitates(word)) {
                return Optional.of("is written in letters that only look like Latin ones");
            }
            if (word.codePoints().anyMatch(c -> c == 0x200C || c == 0x200D)
                    && scripts(word).contains(UnicodeScript.LATIN)) {
                return Optional.of("has invisible characters");
            }
        }
        return Optional.empty();
    }

    private static boolean mixes(String word) {
        Set<UnicodeScript> scripts = scripts(word);
        scripts.retainAll(CONFUSED);
        return scripts.size() > 1 || word.codePoints().anyMatch(c -> c >= 0xFF01 && c <= 0xFF5E);
    }

    private static boolean imitates(String word) {
        int[] letters = word.codePoints().filter(Character::isLetter).toArray();
        for (int letter : letters) {
            if (LATIN_LOOKING.indexOf(letter) < 0) {
                return false;
            }
        }
        return letters.length > 0;
    }

    private static Set<UnicodeScript> scripts(String word) {
        Set<UnicodeScript> scripts = EnumSet.noneOf(UnicodeScript.class);
        word.codePoints()
                .filter(Character::isLetter)
                .forEach(c -> scripts.add(UnicodeScript.of(c)));
        return scripts;
    }
}
