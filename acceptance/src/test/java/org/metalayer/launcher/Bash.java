package org.metalayer.launcher;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Runs a script in which the launcher's functions are defined and nothing of this machine's PATH is
 * needed.
 */
final class Bash {
    static final Path HOME = Path.of(System.getProperty("metalayer.home", ".."));

    private static final String PRELUDE =
            """
            set -euo pipefail
            for part in "$LAUNCHER"/*.sh; do source "$part"; done
            """;

    /** What a script left behind; the output holds both streams. */
    record Result(int status, String output) {}

    private Bash() {}

    /** Runs a script with {@code root} in place of the repository. */
    static Result run(Path root, Map<String, String> environment, String script)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder("bash", "-c", PRELUDE + script).redirectErrorStream(true);
        builder.environment().put("ROOT", root.toString());
        builder.environment().put("LAUNCHER", HOME.resolve("launcher").toString());
        builder.environment().putAll(environment);
        return finish(builder);
    }

    /** Runs a program in the repository. */
    static Result program(String... command) throws IOException, InterruptedException {
        return finish(
                new ProcessBuilder(command).directory(HOME.toFile()).redirectErrorStream(true));
    }

    /** Runs it to its end; it gets no input. */
    static Result finish(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            var output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(60, SECONDS)) {
                throw new IllegalStateException("still running: " + builder.command());
            }
            return new Result(process.exitValue(), output.strip());
        } finally {
            process.destroyForcibly();
        }
    }
}
