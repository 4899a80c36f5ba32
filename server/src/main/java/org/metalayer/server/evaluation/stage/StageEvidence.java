package org.metalayer.server.evaluation.stage;

import java.util.Optional;
import org.metalayer.protocol.Sha256;

/**
 * A stage and what it found.
 *
 * @param statement names the signed statement that says so; absent where no stage ran, and in
 *     decisions from before there were any
 */
public record StageEvidence(String stage, Finding finding, Optional<Sha256> statement) {

    public StageEvidence(String stage, Finding finding) {
        this(stage, finding, Optional.empty());
    }

    /** The finding as a reason, for people. */
    public String reason() {
        return stage + ": " + finding.detail();
    }
}
