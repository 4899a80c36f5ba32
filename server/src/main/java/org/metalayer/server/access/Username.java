package org.metalayer.server.access;

import java.util.Set;
import java.util.regex.Pattern;
import org.metalayer.server.platform.ProblemType;

/**
 * What an operator is called, and logs in as. Lower case only: two names must not look alike.
 *
 * @param text 1 to 64 characters; an address for mail is one
 */
public record Username(String text) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@+-]{0,63}");

    /** What decisions say was decided by nobody. */
    private static final Set<String> TAKEN = Set.of("policy");

    public Username {
        if (!FORM.matcher(text).matches()) {
            throw ProblemType.INVALID_REQUEST.because(
                    "a user name has 1 to 64 characters: lower-case letters, digits, and after the"
                            + " first also . _ @ + -");
        }
        if (TAKEN.contains(text)) {
            throw ProblemType.INVALID_REQUEST.because(
                    "'%s' is the Main System's own name for itself; choose another"
                            .formatted(text));
        }
    }
}
