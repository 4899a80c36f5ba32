package org.metalayer.server.evaluation.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** All stages in their order. What is refused is not examined further. */
public final class Stages {

    private static final List<Stage> ALL =
            List.of(
                    new PayloadStage(),
                    new DifferenceStage(),
                    new ParentStage(),
                    new TypeStage(),
                    new HealthStage(),
                    new ClaimStage());

    private Stages() {}

    public static List<StageEvidence> examine(Dossier dossier) throws IOException {
        List<StageEvidence> evidence = new ArrayList<>();
        for (Stage stage : ALL) {
            Finding finding = stage.examine(dossier);
            evidence.add(new StageEvidence(stage.name(), finding));
            if (finding instanceof Finding.Refused) {
                break;
            }
        }
        return evidence;
    }
}
