package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.message.Outcome;
import org.metalayer.server.access.StickPrincipal;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.platform.DatabaseFailure;
import org.metalayer.server.platform.ProblemType;

/** Takes outcomes (docs/protocol.md §8): kept as received, counted once. */
@ApplicationScoped
public class Outcomes {

    static final ProblemType NOT_YOUR_OUTCOME =
            new ProblemType("not-your-outcome", "The outcome names another stick", 403);
    static final ProblemType OUTCOME_REPLAYED =
            new ProblemType("outcome-replayed", "The outcome id was used for another outcome", 409);
    static final ProblemType OUTCOME_MISMATCH =
            new ProblemType("outcome-mismatch", "The rollout is of another release", 422);

    static final ProblemType TOO_MANY_OUTCOMES =
            new ProblemType("too-many-outcomes", "The stick told of this rollout too often", 422);

    @Inject OutcomeRecorder recorder;
    @Inject ArtifactStore artifacts;

    /** Records an outcome; recording it again changes nothing. Answers its id. */
    public UUID record(StickPrincipal stick, byte[] body) {
        Envelope envelope = Envelope.parse(body);
        Outcome outcome = Outcome.verify(envelope, stick.verifyingKey());
        if (!outcome.stickId().equals(stick.stickId())
                || !outcome.moduleId().equals(stick.moduleId())) {
            throw NOT_YOUR_OUTCOME.because(
                    "the outcome names %s, this session belongs to %s: report in your own name"
                            .formatted(outcome.moduleId(), stick.moduleId()));
        }
        artifacts.space().require(body.length);
        Sha256 payload = Sha256.of(envelope.unverifiedPayload());
        try {
            recorder.record(stick, outcome, payload, body);
        } catch (RuntimeException e) {
            // The same outcome arrived twice at once, and the other one was first.
            if (DatabaseFailure.of(e) != DatabaseFailure.DUPLICATE) {
                throw e;
            }
            recorder.record(stick, outcome, payload, body);
        }
        return outcome.outcomeId();
    }
}
