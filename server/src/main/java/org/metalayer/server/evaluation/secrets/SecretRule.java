package org.metalayer.server.evaluation.secrets;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.List;

/**
 * How one kind of secret looks. Matched by RE2, in time linear to the text whatever the text is.
 *
 * @param what in words, with its article
 * @param keywords one of them, in lower case, must be in a line for the pattern to be tried
 * @param secret whether it opens something; otherwise it is only personal
 */
record SecretRule(String what, List<String> keywords, Pattern pattern, boolean secret) {

    /** The keywords have bars between them. */
    static SecretRule secret(String what, String keywords, String pattern) {
        return new SecretRule(what, List.of(keywords.split("[|]")), Pattern.compile(pattern), true);
    }

    static SecretRule personal(String what, String keywords, String pattern) {
        return new SecretRule(
                what, List.of(keywords.split("[|]")), Pattern.compile(pattern), false);
    }

    boolean isIn(String line, String lowerCase) {
        if (keywords.stream().noneMatch(lowerCase::contains)) {
            return false;
        }
        Matcher matcher = pattern.matcher(line);
        while (matcher.find()) {
            if (!Placeholder.is(matcher.group(matcher.groupCount()))) {
                return true;
            }
        }
        return false;
    }
}
