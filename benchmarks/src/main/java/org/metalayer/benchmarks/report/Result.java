package org.metalayer.benchmarks.report;

import java.time.Instant;
import java.util.List;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Verdict;
import org.metalayer.benchmarks.system.Machine;

/**
 * One whole run.
 *
 * @param commit what was measured
 * @param setting how it was measured, in words
 */
public record Result(
        Instant at, String commit, Machine machine, List<String> setting, List<Line> lines) {

    public Result {
        setting = List.copyOf(setting);
        lines = List.copyOf(lines);
    }

    /** Whether nothing that is required was missed. */
    public boolean passed() {
        return lines.stream().noneMatch(line -> line.verdict() == Verdict.MISS);
    }
}
