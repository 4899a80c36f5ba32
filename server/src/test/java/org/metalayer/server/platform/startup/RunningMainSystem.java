package org.metalayer.server.platform.startup;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged Main System as a process of its own, as a shell would start it. */
final class RunningMainSystem implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Listening on: (http://\\S+)");
    private static final Path JAR = Path.of("target", "quarkus-app", "quarkus-run.jar");
    private static final Path NATIVE = Path.of("target", "main-system");

    private final Process process;
    private final BufferedReader output;
    private final StringBuilder seen = new StringBuilder();
    private String url = "";

    private RunningMainSystem(Process process) {
        this.process = process;
        this.output =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Starts it and waits until it serves or has ended. */
    static RunningMainSystem start(Path data, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(program()).redirectErrorStream(true);
        builder.environment().put("METALAYER_DATA", data.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", "0");
        builder.environment().putAll(environment);
        RunningMainSystem started = new RunningMainSystem(builder.start());
        started.awaitListening();
        return started;
    }

    /** The native one where this run built it. */
    private static List<String> program() {
        return Boolean.getBoolean("metalayer.server.native")
                ? List.of(NATIVE.toAbsolutePath().toString())
                : List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        JAR.toAbsolutePath().toString());
    }

    private void awaitListening() throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            seen.append(line).append('\n');
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                url = listening.group(1).replace("0.0.0.0", "127.0.0.1");
                return;
            }
        }
    }

    String url() {
        return url;
    }

    /** Everything it printed until it served, or until it ended. */
    String output() {
        return seen.toString();
    }

    /** Ends it as Ctrl-C or a service manager would; answers when it has ended. */
    int stop() {
        process.destroy();
        return await();
    }

    /** Ends it as a power cut would. */
    int kill() {
        process.destroyForcibly();
        return await();
    }

    int await() {
        try {
            output.lines().forEach(line -> seen.append(line).append('\n'));
            return process.waitFor();
        } catch (UncheckedIOException killed) {
            return process.onExit().join().exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            stop();
        }
    }
}
