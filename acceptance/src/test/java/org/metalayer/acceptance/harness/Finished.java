package org.metalayer.acceptance.harness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.metalayer.protocol.json.Json;

/**
 * A command that has ended.
 *
 * @param status its exit status
 * @param out its standard output
 * @param err its standard error
 */
public record Finished(int status, String out, String err) {
    private static final long LIMIT_SECONDS = 180;

    /** Runs a command to its end in {@code directory}. */
    public static Finished run(
            Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("out", "");
        Path err = Files.createTempFile("err", "");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        Surroundings.apply(builder, environment);
        Process process = builder.start();
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError(
                        "still running after %d s: %s".formatted(LIMIT_SECONDS, command));
            }
            return new Finished(process.exitValue(), read(out), read(err));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Runs a command of the operating system that must succeed. */
    public static String ok(String... command) throws IOException, InterruptedException {
        Finished finished = run(Programs.HOME, Map.of(), List.of(command));
        if (finished.status() != 0) {
            throw new AssertionError("%s: %s".formatted(List.of(command), finished));
        }
        return finished.out();
    }

    /** The standard output as one JSON document. */
    public View json() {
        return View.of(Json.parse(out.getBytes(StandardCharsets.UTF_8)));
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
