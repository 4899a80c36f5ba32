package org.metalayer.server.evaluation.stage;

/** What a stage found, in words for people. */
public sealed interface Finding {

    String detail();

    /** Nothing speaks against the report. */
    record Passed(String detail) implements Finding {}

    /** A person must look. */
    record Doubtful(String detail) implements Finding {}

    /** The report cannot become a release. */
    record Refused(String detail) implements Finding {}

    default boolean passed() {
        return this instanceof Passed;
    }
}
