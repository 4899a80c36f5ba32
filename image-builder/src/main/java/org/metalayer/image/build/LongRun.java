package org.metalayer.image.build;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.metalayer.image.base.ImageException;

/**
 * A program that runs for minutes.
 *
 * @param name for people
 * @param variables added to the environment
 * @param log gets everything that it prints
 */
record LongRun(String name, List<String> command, Map<String, String> variables, Path log) {

    LongRun {
        command = List.copyOf(command);
        variables = Map.copyOf(variables);
    }

    /**
     * Runs it to its end.
     *
     * @param lines is told each line as it comes
     * @throws ImageException when it fails
     */
    void run(Consumer<String> lines) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(variables);
        String last = "it said nothing";
        Process process = builder.start();
        process.getOutputStream().close();
        try (Leash _ = Leash.on(process);
                BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
                Writer writer = Files.newBufferedWriter(log)) {
            for (@Nullable String line = out.readLine(); line != null; line = out.readLine()) {
                writer.write(line + "\n");
                last = line.isBlank() ? last : line.strip();
                lines.accept(line);
            }
            requireSuccess(process.waitFor(), last);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ImageException("interrupted while %s ran".formatted(name), e);
        }
    }

    private void requireSuccess(int code, String last) {
        if (code != 0) {
            throw new ImageException(
                    "%s failed with code %s: %s (everything that it said is in %s)"
                            .formatted(name, code, last, log));
        }
    }
}
