package org.metalayer.cli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.metalayer.cli.platform.CliException;

/**
 * A process that this program started. It must be started from a thread that lives as long as this
 * program, because the kernel counts that thread as its parent.
 */
public final class Child {
    private final String name;
    private final Process process;
    private final Tail tail = new Tail();
    private final List<Thread> readers;

    private Child(String name, Process process, Lines lines) {
        this.name = name;
        this.process = process;
        this.readers =
                List.of(
                        reader(process.inputReader(), lines::out),
                        reader(process.errorReader(), lines::err));
    }

    /**
     * @param name for people
     * @param lines gets what the process prints
     */
    static Child start(String name, List<String> command, Lines lines) {
        try {
            Process process = new ProcessBuilder(Leash.on(command)).start();
            process.getOutputStream().close();
            Child child = new Child(name, process, lines);
            child.readers.forEach(Thread::start);
            return child;
        } catch (IOException e) {
            throw new CliException("%s cannot be started: %s".formatted(name, e.getMessage()), e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    /** Waits until the process has ended by itself or by a signal. */
    public boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException("interrupted while waiting for " + name, e);
        }
    }

    /** Waits for the end and for everything that was printed before it. */
    public int await() {
        try {
            int code = process.waitFor();
            for (Thread reader : readers) {
                reader.join(Duration.ofSeconds(1));
            }
            return code;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CliException("interrupted while waiting for " + name, e);
        }
    }

    /** Runs something, on another thread, when the process has ended. */
    public void onEnd(Runnable then) {
        var _ = process.onExit().thenRun(then);
    }

    /** What it printed last. */
    public List<String> lastLines() {
        return tail.lines();
    }

    // By the handle: Process.destroy also closes the pipes, and the last words would be lost.
    void askToEnd() {
        process.toHandle().destroy();
    }

    void kill() {
        process.toHandle().destroyForcibly();
    }

    private Thread reader(BufferedReader from, Consumer<String> lines) {
        return Thread.ofPlatform()
                .daemon()
                .name("output of " + name)
                .unstarted(() -> {
                    try (from) {
                        from.lines()
                                .forEach(line -> {
                                    tail.add(line);
                                    lines.accept(line);
                                });
                    } catch (IOException | UncheckedIOException e) {
                        tail.add("(its output broke off: " + e.getMessage() + ")");
                    }
                });
    }
}
