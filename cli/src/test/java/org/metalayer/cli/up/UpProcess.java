package org.metalayer.cli.up;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.metalayer.cli.MetaLayerMain;

/** {@code ./metalayer up} in a process of its own, as a shell would start it. */
final class UpProcess implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private final Path data;
    private final Path out;
    private final Path err;
    private final Process process;

    private UpProcess(Path home, Path data, List<String> options) throws IOException {
        this.data = data;
        this.out = Files.createTempFile(home, "out", "");
        this.err = Files.createTempFile(home, "err", "");
        // A test run in the background of a shell ignores SIGINT and hands that down.
        List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT,HUP"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.add("-Dmetalayer.home=" + home);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(MetaLayerMain.class.getName(), "up", "--data", data.toString()));
        command.addAll(options);
        this.process =
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
    }

    static UpProcess start(Path home, Path data, String... options) throws IOException {
        return new UpProcess(home, data, List.of(options));
    }

    /** Waits until it says that it runs. */
    UpProcess awaitRunning() {
        await("it runs", () -> out().contains("Meta Layer is running."));
        return this;
    }

    int awaitEnd() {
        await("it ends", () -> !process.isAlive());
        return process.exitValue();
    }

    /** The Main System that it started. */
    ProcessHandle mainSystem() {
        return process.children().findFirst().orElseThrow(() -> new AssertionError(shown()));
    }

    long pid() {
        return process.pid();
    }

    void signal(String name) {
        signal(name, process.pid());
    }

    static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().onExit().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        try {
            return Files.readString(data.resolve("main-system.url")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    void await(String what, BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(LONGEST);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not within %s: %s%n%s".formatted(LONGEST, what, shown()));
            }
            pause();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void pause() {
        try {
            process.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private String shown() {
        return out() + err();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
