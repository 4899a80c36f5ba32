package org.metalayer.server.evaluation.stage;

/** What a stage found, in words for people. */
public sealed interface Finding {

    String detail();

    /** As it stands in evidence. */
    String word();

    /** Nothing speaks against the report. */
    record Passed(String detail) implements Finding {
        @Override
        public String word() {
            return "passed";
        }
    }

    /**
     * Nobody looked, because that is switched off. Speaks neither for the report nor against it.
     */
    record Skipped(String detail) implements Finding {
        @Override
        public String word() {
            return "skipped";
        }
    }

    /** A person must look. */
    record Doubtful(String detail) implements Finding {
        @Override
        public String word() {
            return "doubtful";
        }
    }

    /** The report cannot become a release. */
    record Refused(String detail) implements Finding {
        @Override
        public String word() {
            return "refused";
        }
    }

    /**
     * The finding that a word stands for.
     *
     * @throws IllegalArgumentException where {@code word} is none of the four
     */
    static Finding of(String word, String detail) {
        return switch (word) {
            case "passed" -> new Passed(detail);
            case "skipped" -> new Skipped(detail);
            case "doubtful" -> new Doubtful(detail);
            case "refused" -> new Refused(detail);
            default -> throw new IllegalArgumentException("no such finding: " + word);
        };
    }

    default boolean passed() {
        return this instanceof Passed;
    }

    /** Whether it speaks against the report. */
    default boolean objects() {
        return this instanceof Doubtful || this instanceof Refused;
    }
}
