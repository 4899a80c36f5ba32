package org.metalayer.server.evaluation.stage;

/** A stage and what it found. */
public record StageEvidence(String stage, Finding finding) {

    /** The finding as a reason, for people. */
    public String reason() {
        return stage + ": " + finding.detail();
    }
}
