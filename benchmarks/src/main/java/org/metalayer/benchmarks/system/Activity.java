package org.metalayer.benchmarks.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a process does in a span of time.
 *
 * @param percentOfCore of the time of one core
 * @param wakeUpsPerMinute how often a thread of it began to run after it had waited
 */
public record Activity(double percentOfCore, double wakeUpsPerMinute) {
    private static final double PERCENT = 100;
    private static final double NANOSECONDS = 1e9;
    private static final double MINUTE = 60;
    private static final String WAITED = "voluntary_ctxt_switches:";

    private record Reading(long at, long cpu, long waits) {
        static Reading of(ProcessHandle process) throws IOException {
            long cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
            return new Reading(System.nanoTime(), cpu, Activity.waits(process));
        }
    }

    /** Watches a process for so long. Threads that end meanwhile are not counted. */
    public static Activity of(ProcessHandle process, Duration span)
            throws IOException, InterruptedException {
        Reading before = Reading.of(process);
        Thread.sleep(span);
        Reading after = Reading.of(process);
        double nanoseconds = after.at - before.at;
        return new Activity(
                PERCENT * (after.cpu - before.cpu) / nanoseconds,
                MINUTE * NANOSECONDS * Math.max(0, after.waits - before.waits) / nanoseconds);
    }

    private static long waits(ProcessHandle process) throws IOException {
        long sum = 0;
        try (Stream<Path> threads =
                Files.list(Path.of("/proc", Long.toString(process.pid()), "task"))) {
            for (Path thread : (Iterable<Path>) threads::iterator) {
                sum += waits(status(thread));
            }
        }
        return sum;
    }

    static long waits(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(WAITED))
                .mapToLong(line -> Long.parseLong(line.substring(WAITED.length()).strip()))
                .sum();
    }

    private static List<String> status(Path thread) throws IOException {
        try {
            return Files.readAllLines(thread.resolve("status"));
        } catch (NoSuchFileException ended) {
            return List.of();
        }
    }
}
