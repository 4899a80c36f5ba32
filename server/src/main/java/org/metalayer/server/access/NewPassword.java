package org.metalayer.server.access;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import org.metalayer.server.platform.ProblemType;

/**
 * A password that somebody is about to have. Only its length counts: rules about kinds of
 * characters make passwords worse (NIST SP 800-63B).
 */
public record NewPassword(String text) {

    private static final int SHORTEST = 12;
    private static final int LONGEST = 256;

    /** Without characters that look alike; 20 of them have 98 bits. */
    private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GENERATED = 20;
    private static final int GROUP = 5;

    private static final ProblemType UNSUITABLE =
            new ProblemType("unsuitable-password", "This password will not do", 400);

    public NewPassword {
        long characters = text.codePoints().count();
        if (characters < SHORTEST) {
            throw UNSUITABLE.because(
                    "it has %d characters and needs at least %d; any will do, spaces too"
                            .formatted(characters, SHORTEST));
        }
        if (text.length() > LONGEST) {
            throw UNSUITABLE.because("it has more than %d characters".formatted(LONGEST));
        }
    }

    /** One that nobody has to think up, in groups that can be read out. */
    static NewPassword generated(SecureRandom random) {
        String characters =
                random.ints(GENERATED, 0, ALPHABET.length())
                        .mapToObj(i -> ALPHABET.substring(i, i + 1))
                        .collect(Collectors.joining());
        return new NewPassword(characters.replaceAll("(.{%d})(?=.)".formatted(GROUP), "$1-"));
    }

    /** Hides the password from logs. */
    @Override
    public String toString() {
        return "NewPassword";
    }
}
