package org.metalayer.server.evaluation.capability;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/**
 * A sign that code can do something. RE2: linear in the text, whatever the text is.
 *
 * @param keywords one of them, in lower case, must be there for the pattern to be tried
 */
record CodeRule(Ability ability, List<String> keywords, Pattern pattern) {

    private static final int MOST = 1000;

    /** The keywords have bars between them. */
    static CodeRule of(Ability ability, String keywords, String pattern) {
        return new CodeRule(ability, List.of(keywords.split("[|]")), Pattern.compile(pattern));
    }

    /** The same where upper and lower case are one, as in markup. */
    static CodeRule anyCase(Ability ability, String keywords, String pattern) {
        return of(ability, keywords, "(?i)" + pattern);
    }

    /** How often it is there; no more are counted than anybody would read. */
    int count(String text, String lowerCase) {
        if (keywords.stream().noneMatch(lowerCase::contains)) {
            return 0;
        }
        Matcher matcher = pattern.matcher(text);
        int count = 0;
        while (count < MOST && matcher.find()) {
            count++;
        }
        return count;
    }

    /**
     * How often it is there where {@code harmless}, of which it is the beginning, is not. Counting
     * both and subtracting would let a thousand harmless ones hide any.
     */
    int countBut(CodeRule harmless, String text) {
        Matcher any = pattern.matcher(text);
        Matcher known = harmless.pattern.matcher(text);
        int count = 0;
        int next = start(known);
        while (count < MOST && any.find()) {
            while (next < any.start()) {
                next = start(known);
            }
            count += next == any.start() ? 0 : 1;
        }
        return count;
    }

    private static int start(Matcher matcher) {
        return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
    }
}
