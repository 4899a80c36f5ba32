package org.metalayer.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The arguments as they were given. Where the locale is not UTF-8, as in many services and
 * containers, Java replaces what it cannot read by question marks, and a report would be signed
 * with them.
 */
final class RawArguments {
    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    private RawArguments() {}

    /** The same arguments, in UTF-8 whatever the locale. */
    static String[] of(String[] arguments) {
        if ("UTF-8".equals(System.getProperty("sun.jnu.encoding"))) {
            return arguments;
        }
        try {
            return last(arguments.length, Files.readAllBytes(COMMAND_LINE));
        } catch (IOException notTold) {
            return arguments;
        }
    }

    /** The last {@code count} of the words, each of which ends with a zero byte. */
    static String[] last(int count, byte[] commandLine) {
        String text = new String(commandLine, StandardCharsets.UTF_8);
        List<String> words = List.of(text.split("\0", -1));
        int end = words.size() - 1;
        return words.subList(end - count, end).toArray(String[]::new);
    }
}
