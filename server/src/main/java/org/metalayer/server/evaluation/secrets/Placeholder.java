package org.metalayer.server.evaluation.secrets;

import java.util.List;
import java.util.Locale;

/** What manuals write where the secret would be (RFC 2606 for names). */
final class Placeholder {

    private static final List<String> WORDS =
            List.of(
                    "example",
                    "placeholder",
                    "changeme",
                    "your-",
                    "your_",
                    "xxxx",
                    "${",
                    "{{",
                    "<%",
                    "****");

    private Placeholder() {}

    static boolean is(String found) {
        String lower = found.toLowerCase(Locale.ROOT);
        return WORDS.stream().anyMatch(lower::contains)
                || lower.endsWith(".invalid")
                || lower.endsWith(".test")
                || lower.matches("(.)\\1*");
    }
}
