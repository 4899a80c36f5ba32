package org.metalayer.benchmarks.figures;

/** What became of a requirement. */
public enum Verdict {
    PASS("pass"),
    MISS("MISS"),
    /** Nothing is required. */
    TOLD("");

    private final String text;

    Verdict(String text) {
        this.text = text;
    }

    /** As it stands in the table. */
    public String text() {
        return text;
    }
}
