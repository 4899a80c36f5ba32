package org.metalayer.benchmarks.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The machine that was measured on.
 *
 * @param memoryGigabytes of 2^30 bytes
 * @param fileSystem type of the file system with the data
 * @param load average number of running processes in the minute before the first measurement
 */
public record Machine(
        int cores,
        String processor,
        double memoryGigabytes,
        String kernel,
        String distribution,
        String jdk,
        String fileSystem,
        double load) {
    private static final double KILOBYTES_PER_GIGABYTE = 1 << 20;

    /** This one; {@code directory} lies on the file system with the data. */
    public static Machine here(Path directory) throws IOException {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                value("/proc/cpuinfo", "model name", ":"),
                kilobytes(value("/proc/meminfo", "MemTotal", ":")) / KILOBYTES_PER_GIGABYTE,
                "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")),
                value("/etc/os-release", "PRETTY_NAME", "=").replace("\"", ""),
                "%s %s"
                        .formatted(
                                System.getProperty("java.vendor.version"),
                                System.getProperty("java.vm.name"))
                        .strip(),
                Files.getFileStore(directory).type(),
                loadNow());
    }

    /** The load average of the last minute. */
    public static double loadNow() throws IOException {
        return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ", -1)[0]);
    }

    private static double kilobytes(String text) {
        return Double.parseDouble(text.replace("kB", "").strip());
    }

    private static String value(String file, String name, String separator) throws IOException {
        List<String> lines = Files.readAllLines(Path.of(file));
        return lines.stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.substring(line.indexOf(separator) + separator.length()).strip())
                .findFirst()
                .orElse("unknown");
    }
}
