package org.metalayer.benchmarks.figures;

import java.util.Optional;

/**
 * One line of the result.
 *
 * @param topic the benchmark that it belongs to
 * @param title what was measured
 * @param unit of figure and baseline
 * @param baseline what it was measured against in the same rounds, and what that was
 */
public record Line(
        String topic,
        String title,
        Unit unit,
        Spread figure,
        Optional<Baseline> baseline,
        Requirement requirement) {

    /** What a figure is measured against. */
    public record Baseline(String title, Spread figure) {}

    /** A line whose ratio is judged, round by round. */
    public static Line against(
            String topic,
            String title,
            Unit unit,
            Spread figure,
            Baseline baseline,
            Requirement requirement) {
        return new Line(topic, title, unit, figure, Optional.of(baseline), requirement);
    }

    /** A line whose figure itself is judged. */
    public static Line alone(
            String topic, String title, Unit unit, Spread figure, Requirement requirement) {
        return new Line(topic, title, unit, figure, Optional.empty(), requirement);
    }

    /** What is judged: the ratio to the baseline, or the figure where there is none. */
    public Spread judged() {
        return baseline.map(other -> figure.over(other.figure())).orElse(figure);
    }

    public Unit judgedUnit() {
        return baseline.isPresent() ? Unit.RATIO : unit;
    }

    public Verdict verdict() {
        if (requirement instanceof Requirement.None) {
            return Verdict.TOLD;
        }
        return requirement.isMetBy(judged().median()) ? Verdict.PASS : Verdict.MISS;
    }
}
