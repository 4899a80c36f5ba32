package org.metalayer.benchmarks.system;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs that are run to their end. */
public final class Command {
    private static final long LIMIT_MINUTES = 10;

    private Command() {}

    /** What the program printed; one that fails ends the benchmarks. */
    public static String run(String... words) throws IOException {
        return run(List.of(words), Map.of());
    }

    /** The same with more environment variables. */
    public static String run(List<String> words, Map<String, String> environment)
            throws IOException {
        Path printed = Files.createTempFile("metalayer-bench", ".out");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(printed.toFile());
            builder.environment().putAll(environment);
            int status = await(builder.start());
            String output = new String(Files.readAllBytes(printed), StandardCharsets.UTF_8);
            if (status != 0) {
                throw new IOException(
                        "%s ended with %d: %s".formatted(words, status, output.strip()));
            }
            return output;
        } finally {
            Files.delete(printed);
        }
    }

    private static int await(Process process) throws IOException {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("still running after %d minutes".formatted(LIMIT_MINUTES));
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        } finally {
            process.destroyForcibly();
        }
    }
}
