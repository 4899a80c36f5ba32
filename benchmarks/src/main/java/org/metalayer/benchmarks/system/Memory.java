package org.metalayer.benchmarks.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What processes hold of the machine's memory, in megabytes of 1,000,000 bytes. */
public final class Memory {
    private static final double BYTES_PER_KILOBYTE = 1024;
    private static final double MEGABYTE = 1_000_000;

    private Memory() {}

    /** Resident now. */
    public static double resident(ProcessHandle process) throws IOException {
        return megabytes(file(process, "status"), "VmRSS:");
    }

    /** The most that was ever resident. */
    public static double residentPeak(ProcessHandle process) throws IOException {
        return megabytes(file(process, "status"), "VmHWM:");
    }

    /** Of a process with its descendants; what several share is counted once. */
    public static double proportional(ProcessHandle process) throws IOException {
        double sum = 0;
        for (ProcessHandle each :
                Stream.concat(Stream.of(process), process.descendants()).toList()) {
            sum += proportionalAlone(each);
        }
        return sum;
    }

    private static double proportionalAlone(ProcessHandle process) throws IOException {
        try {
            return megabytes(file(process, "smaps_rollup"), "Pss:");
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    static double megabytes(List<String> lines, String name) {
        return lines.stream()
                        .filter(line -> line.startsWith(name))
                        .map(line -> line.substring(name.length()).replace("kB", "").strip())
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no line " + name))
                * BYTES_PER_KILOBYTE
                / MEGABYTE;
    }

    private static List<String> file(ProcessHandle process, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), name));
    }
}
