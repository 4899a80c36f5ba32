package org.metalayer.image.tool;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.metalayer.image.base.ImageException;

/** Runs programs of this computer to their end. */
public final class Tools {

    private Tools() {}

    /**
     * Makes sure that programs are there before anything is begun with them.
     *
     * @throws ImageException naming those that are missing and what to install
     */
    public static void require(Tool... tools) {
        List<Tool> missing = Arrays.stream(tools).filter(tool -> tool.find().isEmpty()).toList();
        if (!missing.isEmpty()) {
            throw new ImageException(
                    "%s missing: sudo apt-get install %s"
                            .formatted(
                                    missing.stream()
                                            .map(Tool::command)
                                            .collect(Collectors.joining(", ")),
                                    missing.stream()
                                            .map(Tool::debianPackage)
                                            .distinct()
                                            .collect(Collectors.joining(" "))));
        }
    }

    /** Runs a tool and gives what it came to, be it well or not. */
    public static ToolRun run(Tool tool, List<String> arguments) throws IOException {
        return run(tool, arguments, new byte[0], Map.of());
    }

    /** The same, with {@code input} on its standard input. */
    public static ToolRun run(Tool tool, List<String> arguments, byte[] input) throws IOException {
        return run(tool, arguments, input, Map.of());
    }

    /** The same, with more variables in its environment. */
    public static ToolRun run(
            Tool tool, List<String> arguments, byte[] input, Map<String, String> variables)
            throws IOException {
        require(tool);
        List<String> command = new ArrayList<>();
        command.add(tool.find().orElseThrow().toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(variables);
        Process process = builder.start();
        CompletableFuture<byte[]> complaints = CompletableFuture.supplyAsync(() -> read(process));
        feed(process, input);
        byte[] out = process.getInputStream().readAllBytes();
        try {
            return new ToolRun(
                    tool,
                    process.waitFor(),
                    out,
                    new String(complaints.join(), StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
            throw new ImageException("interrupted while %s ran".formatted(tool.command()), e);
        }
    }

    /** Runs a tool that has to succeed, and gives what it printed. */
    public static String succeed(Tool tool, String... arguments) throws IOException {
        return run(tool, List.of(arguments)).required().text();
    }

    private static byte[] read(Process process) {
        try {
            return process.getErrorStream().readAllBytes();
        } catch (IOException e) {
            return ("its complaints cannot be read: " + e.getMessage())
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    private static void feed(Process process, byte[] input) throws IOException {
        try (OutputStream stdin = process.getOutputStream()) {
            stdin.write(input);
        } catch (IOException e) {
            // It ended without reading everything; its exit code tells more than the broken pipe.
            if (process.isAlive()) {
                throw e;
            }
        }
    }
}
