package org.metalayer.benchmarks.figures;

/** What a judged figure has to keep to. */
public sealed interface Requirement {

    boolean isMetBy(double value);

    /** As it stands in the table. */
    String text(Unit unit);

    /** Throughput, relative to a baseline. */
    record AtLeast(double limit) implements Requirement {
        public AtLeast {
            requireLimit(limit);
        }

        @Override
        public boolean isMetBy(double value) {
            return value >= limit;
        }

        @Override
        public String text(Unit unit) {
            return "≥ " + unit.format(limit);
        }
    }

    /** Time or memory. */
    record AtMost(double limit) implements Requirement {
        public AtMost {
            requireLimit(limit);
        }

        @Override
        public boolean isMetBy(double value) {
            return value <= limit;
        }

        @Override
        public String text(Unit unit) {
            return "≤ " + unit.format(limit);
        }
    }

    /** Nothing: the figure is there to be known. */
    record None() implements Requirement {
        @Override
        public boolean isMetBy(double value) {
            return true;
        }

        @Override
        public String text(Unit unit) {
            return "";
        }
    }

    private static void requireLimit(double limit) {
        if (!(limit > 0 && Double.isFinite(limit))) {
            throw new IllegalArgumentException("a limit is above 0, was " + limit);
        }
    }
}
