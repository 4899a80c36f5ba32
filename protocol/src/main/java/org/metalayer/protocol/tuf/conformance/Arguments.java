package org.metalayer.protocol.tuf.conformance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Options with a value each, in any order, then a command and its operands. */
record Arguments(Map<String, List<String>> options, List<String> words) {
    private static final List<String> KNOWN =
            List.of(
                    "--metadata-dir",
                    "--metadata-url",
                    "--target-name",
                    "--target-base-url",
                    "--target-dir",
                    "--time");

    static Arguments parse(List<String> arguments) {
        Map<String, List<String>> options = new HashMap<>();
        List<String> words = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                words.add(argument);
            } else if (!KNOWN.contains(argument) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException(
                        "%s is unknown or lacks its value".formatted(argument));
            } else {
                options.computeIfAbsent(argument, _ -> new ArrayList<>()).add(arguments.get(++i));
            }
        }
        return new Arguments(options, words);
    }

    List<String> all(String option) {
        @Nullable List<String> values = options.get(option);
        return values == null ? List.of() : values;
    }

    String one(String option) {
        List<String> values = all(option);
        if (values.size() != 1) {
            throw new IllegalArgumentException("give %s once".formatted(option));
        }
        return values.getFirst();
    }
}
