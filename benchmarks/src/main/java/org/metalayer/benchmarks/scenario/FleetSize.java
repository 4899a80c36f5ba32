package org.metalayer.benchmarks.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.metalayer.benchmarks.figures.Line;
import org.metalayer.benchmarks.figures.Requirement;
import org.metalayer.benchmarks.figures.Unit;

/**
 * Whether a large fleet is served as well as a small one. The ratios to the baselines are compared,
 * so that a machine that has become slower in between is not taken for a fleet that is too large.
 * Memory has no baseline and does not depend on how fast a machine is: it is compared itself.
 */
public final class FleetSize {
    /** What two runs of the same thing may differ by. */
    private static final double NOISE = 1.25;

    private FleetSize() {}

    /** One line for each judged figure that both have. */
    public static List<Line> compare(List<Line> small, List<Line> large) {
        List<Line> lines = new ArrayList<>();
        for (Line before : small) {
            large.stream()
                    .filter(after -> after.title().equals(before.title()))
                    .filter(FleetSize::isJudged)
                    .map(after -> compare(before, after))
                    .forEach(lines::add);
        }
        return lines;
    }

    /** Against its baseline, or alone against a limit; other figures are there to be known. */
    private static boolean isJudged(Line line) {
        return line.baseline().isPresent() || !(line.requirement() instanceof Requirement.None);
    }

    private static Line compare(Line small, Line large) {
        return Line.against(
                "%s: how the ratios change".formatted(large.topic()),
                small.title(),
                large.judgedUnit(),
                large.judged(),
                new Line.Baseline(small.topic().toLowerCase(Locale.ROOT), small.judged()),
                small.unit() == Unit.PER_SECOND
                        ? new Requirement.AtLeast(1 / NOISE)
                        : new Requirement.AtMost(NOISE));
    }
}
