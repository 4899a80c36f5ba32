package org.metalayer.acceptance.harness;

import java.util.Map;

/** The environment of a started program: this machine's, without anybody's Meta Layer settings. */
final class Surroundings {
    private Surroundings() {}

    static void apply(ProcessBuilder builder, Map<String, String> more) {
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(Surroundings::isForeign);
        // Nobody's stored login, and the JDK that runs the tests.
        environment.put("XDG_CONFIG_HOME", Programs.OUTPUT.resolve("no-config").toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.putAll(more);
    }

    private static boolean isForeign(String name) {
        return name.startsWith("METALAYER_")
                || name.startsWith("QUARKUS_")
                || name.startsWith("PG")
                || name.equals("JAVA_TOOL_OPTIONS");
    }
}
