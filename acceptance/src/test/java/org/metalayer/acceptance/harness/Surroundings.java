package org.metalayer.acceptance.harness;

import java.util.Map;

/** The environment of a started program: this machine's, without anybody's Meta Layer settings. */
final class Surroundings {
    private Surroundings() {}

    static void apply(ProcessBuilder builder, Map<String, String> more) {
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(Surroundings::isForeign);
        environment.putAll(more);
    }

    private static boolean isForeign(String name) {
        return name.startsWith("METALAYER_")
                || name.startsWith("QUARKUS_")
                || name.startsWith("PG")
                || name.equals("XDG_CONFIG_HOME")
                || name.equals("JAVA_TOOL_OPTIONS");
    }
}
