package org.metalayer.benchmarks.report;

import java.util.List;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Spread;
import org.metalayer.benchmarks.figures.Unit;

/** A line as the cells of a table. */
final class Cells {
    static final List<String> HEAD =
            List.of("", "median (min – max)", "baseline", "ratio (min – max)", "required", "");

    private Cells() {}

    static List<String> of(Line line) {
        return List.of(
                line.title(),
                spread(line.figure(), line.unit()),
                line.baseline()
                        .map(other ->
                                line.unit().format(other.figure().median()) + " " + other.title())
                        .orElse(""),
                line.baseline().isPresent() ? spread(line.judged(), Unit.RATIO) : "",
                line.requirement() instanceof Requirement.None
                        ? ""
                        : line.requirement().text(line.judgedUnit()),
                line.verdict().text());
    }

    private static String spread(Spread spread, Unit unit) {
        return "%s (%s – %s)"
                .formatted(
                        unit.format(spread.median()),
                        unit.number(spread.min()),
                        unit.number(spread.max()));
    }
}
