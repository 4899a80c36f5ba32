package org.metalayer.acceptance.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A running program with its own process group and its log below {@code target/logs}. */
public final class Background implements AutoCloseable {
    // A test run in the background of a shell ignores SIGINT and hands that down.
    private static final List<String> PREFIX = List.of("env", "--default-signal=INT,HUP", "setsid");

    private static final long ORDERLY_SECONDS = 20;
    private static final AtomicInteger NUMBER = new AtomicInteger();

    /** Tests run in several processes, each of which counts for itself. */
    private static final String FORK = System.getProperty("metalayer.fork", "1");

    private static final Set<Background> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Background::killAll));
    }

    private final Process process;
    private final Path log;

    private Background(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** Starts a program; {@code name} is that of its log. */
    public static Background start(
            String name, Path directory, Map<String, String> environment, List<String> command) {
        try {
            Path log =
                    Files.createDirectories(Programs.OUTPUT.resolve("logs"))
                            .resolve(
                                    "%s-%03d-%s.log"
                                            .formatted(FORK, NUMBER.incrementAndGet(), name));
            List<String> inOwnGroup = new ArrayList<>(PREFIX);
            inOwnGroup.addAll(command);
            ProcessBuilder builder =
                    new ProcessBuilder(inOwnGroup)
                            .directory(directory.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile());
            Surroundings.apply(builder, environment);
            Background started = new Background(builder.start(), log);
            RUNNING.add(started);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The logs of what runs now: for the message of a failure. */
    static List<Path> logs() {
        return RUNNING.stream().map(running -> running.log).sorted().toList();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public long pid() {
        return process.pid();
    }

    public Path log() {
        return log;
    }

    /** What it has printed so far. */
    public String printed() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything below it, as far as it has not left for init. */
    public List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    /** The exit status; waits for the end. */
    public int exit() {
        Eventually.eventually("the end of " + log, process::isAlive, alive -> !alive);
        RUNNING.remove(this);
        return process.exitValue();
    }

    /** Sends a signal such as {@code INT} to every process of its group, as a terminal does. */
    public void signal(String name) {
        signal(name, "-" + pid());
    }

    /** Holds the program until it is sent {@code CONT}; now none of its threads runs. */
    public void freeze() {
        signal("STOP");
        Path threads = Path.of("/proc", Long.toString(pid()), "task");
        Eventually.eventually(
                "nothing of %s moves".formatted(log),
                () -> {
                    try (Stream<Path> all = Files.list(threads)) {
                        return all.map(Background::state).toList();
                    }
                },
                states -> states.stream().allMatch("T"::equals));
    }

    /** Of a thread, as proc(5) tells it behind the name. */
    private static String state(Path thread) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            return stat.substring(stat.lastIndexOf(')') + 2).substring(0, 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it as a power cut would. */
    public void kill9() {
        signal("KILL");
        process.onExit().join();
        RUNNING.remove(this);
    }

    /** Sends signal 9 at once, to the program alone: starting {@code kill} takes too long. */
    public void kill9Now() {
        process.destroyForcibly().onExit().join();
        RUNNING.remove(this);
    }

    @Override
    public void close() {
        if (process.isAlive()) {
            signal("TERM");
            try {
                if (!process.waitFor(ORDERLY_SECONDS, TimeUnit.SECONDS)) {
                    signal("KILL");
                }
            } catch (InterruptedException e) {
                signal("KILL");
                Thread.currentThread().interrupt();
            }
            process.onExit().join();
        }
        RUNNING.remove(this);
    }

    private static void signal(String name, String target) {
        try {
            new ProcessBuilder("kill", "-s", name, "--", target)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .onExit()
                    .join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void killAll() {
        RUNNING.forEach(Background::kill9);
    }
}
