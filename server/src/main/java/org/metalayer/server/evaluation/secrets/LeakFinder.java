package org.metalayer.server.evaluation.secrets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.metalayer.server.evaluation.content.Part;

/** Reads text line by line; of longer lines windows that overlap, so that memory is bounded. */
public final class LeakFinder {

    private static final int WINDOW = 4096;
    private static final int OVERLAP = 256;
    private static final int MOST = 20;

    // Apart, so that what is only personal does not take the room of secrets.
    private final List<Leak> secrets = new ArrayList<>();
    private final List<Leak> personal = new ArrayList<>();

    /** Looks for leaks in a part; other bytes than text hold none that a rule could tell. */
    public void read(Part part) throws IOException {
        try (InputStream in = part.bytes().open();
                Reader text =
                        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            StringBuilder window = new StringBuilder();
            int line = 1;
            for (int next = text.read(); next >= 0 && secrets.size() < MOST; next = text.read()) {
                if (next == '\n' || next == 0) {
                    look(window, part.name(), line);
                    window.setLength(0);
                    line += next == '\n' ? 1 : 0;
                } else {
                    window.append((char) next);
                    if (window.length() == WINDOW) {
                        look(window, part.name(), line);
                        window.delete(0, WINDOW - OVERLAP);
                    }
                }
            }
            look(window, part.name(), line);
        }
    }

    /** Secrets first, then what is personal; of each as many as people read. */
    public List<Leak> leaks() {
        return Stream.of(secrets, personal).flatMap(List::stream).toList();
    }

    private void look(CharSequence window, String place, int line) {
        if (window.isEmpty()) {
            return;
        }
        String text = window.toString();
        String lower = text.toLowerCase(Locale.ROOT);
        for (SecretRule rule : SecretRules.ALL) {
            if (rule.isIn(text, lower)) {
                List<Leak> leaks = rule.secret() ? secrets : personal;
                Leak leak = new Leak(rule.what(), place, line, rule.secret());
                if (leaks.size() < MOST && !leaks.contains(leak)) {
                    leaks.add(leak);
                }
            }
        }
    }
}
