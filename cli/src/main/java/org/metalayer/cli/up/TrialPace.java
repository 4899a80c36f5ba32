package org.metalayer.cli.up;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.metalayer.cli.platform.Environment;

/**
 * Sticks that {@code up} runs are for trying things out, and nobody wants to sit through the pauses
 * of a real fleet meanwhile.
 */
final class TrialPace {

    static final String DESCRIPTION =
            "as a trial: sticks check in every 10 s and prove a release for 10 s";

    private static final Map<String, String> SETTINGS =
            Map.of(
                    "metalayer.check-in.seconds", "10",
                    "metalayer.rollout.verify-for", "PT10S");

    private TrialPace() {}

    /** Leaves alone what the environment says. */
    static List<String> options(Environment environment) {
        return SETTINGS.entrySet().stream()
                .filter(setting -> environment.variable(variable(setting.getKey())).isEmpty())
                .map(setting -> "-D%s=%s".formatted(setting.getKey(), setting.getValue()))
                .sorted()
                .toList();
    }

    /** The variable that sets the same (MicroProfile Config, environment variable mapping). */
    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
