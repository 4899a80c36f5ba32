package org.metalayer.benchmarks.report;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.metalayer.benchmarks.system.Machine;

/** What stands above the figures. */
final class Headings {

    private Headings() {}

    static String title(Result result) {
        return "Benchmarks of %s".formatted(result.at().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    static List<String> machine(Result result) {
        Machine machine = result.machine();
        return List.of(
                "Commit: " + result.commit(),
                String.format(
                        Locale.ROOT,
                        "Machine: %d cores (%s), %.1f GiB, %s, %s, data on %s",
                        machine.cores(),
                        machine.processor(),
                        machine.memoryGigabytes(),
                        machine.kernel(),
                        machine.distribution(),
                        machine.fileSystem()),
                "JDK: " + machine.jdk(),
                String.format(Locale.ROOT, "Load average before the start: %.2f", machine.load()));
    }
}
