package org.metalayer.agent.screen;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The terminal that this program was started on, asked through stty(1). */
final class Terminal {

    private static final Pattern SIZE = Pattern.compile("([1-9][0-9]{0,3}) ([1-9][0-9]{0,3})\\s*");
    private static final int PATIENCE_SECONDS = 5;

    private Terminal() {}

    /** What it says; the usual one where it does not know, or where this is no terminal. */
    static Size size() {
        return stty("size").flatMap(Terminal::parse).orElse(Size.USUAL);
    }

    /** Whether what is typed shows. */
    static void echo(boolean on) {
        stty(on ? "echo" : "-echo");
    }

    static Optional<Size> parse(String text) {
        Matcher size = SIZE.matcher(text);
        return size.matches()
                ? Optional.of(
                        new Size(Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2))))
                : Optional.empty();
    }

    private static Optional<String> stty(String word) {
        try {
            Process stty =
                    new ProcessBuilder(List.of("stty", word))
                            .redirectInput(ProcessBuilder.Redirect.INHERIT)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String said =
                    new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return stty.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && stty.exitValue() == 0
                    ? Optional.of(said)
                    : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
