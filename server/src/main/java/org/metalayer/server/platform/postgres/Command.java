package org.metalayer.server.platform.postgres;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A finished command of the operating system. */
record Command(int exitCode, String output) {

    /** Runs a program with its arguments, in English, and waits for its end. */
    static Command run(List<String> words) throws IOException {
        ProcessBuilder builder = prepared(words).redirectErrorStream(true);
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Command(process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while running " + words.getFirst());
        } catch (IOException notInstalled) {
            return new Command(127, String.valueOf(notInstalled.getMessage()));
        }
    }

    /** Not started yet. */
    static ProcessBuilder prepared(List<String> words) {
        // The working directory may be closed to the account the command runs as.
        ProcessBuilder builder = new ProcessBuilder(words).directory(Path.of("/").toFile());
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        return builder;
    }

    boolean succeeded() {
        return exitCode == 0;
    }

    /** The line of the output that says why it failed. */
    String complaint() {
        return output.lines()
                .filter(line -> line.contains("FATAL") || line.contains("error:"))
                .findFirst()
                .orElseGet(() -> output.strip().lines().findFirst().orElse("no output"));
    }
}
