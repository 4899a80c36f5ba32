package org.metalayer.server.evaluation;

import java.util.List;
import org.metalayer.server.evaluation.impact.Impact;
import org.metalayer.server.evaluation.stage.StageEvidence;

/** What a decision rests on. */
public record Examination(Impact impact, List<StageEvidence> stages) {

    public Examination {
        stages = List.copyOf(stages);
    }
}
