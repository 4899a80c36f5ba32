package org.metalayer.server.evaluation.stage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.server.evaluation.malware.MalwareScanner;

/** All stages in their order. What is refused is not examined further. */
public final class Stages {

    /** The stage whose statement carries the bill of materials. */
    public static final String MATERIALS = MaterialStage.NAME;

    private final List<Stage> all;

    /**
     * The stages with or without a malware scanner.
     *
     * @param scanner empty where malware is not looked for
     */
    public Stages(Optional<MalwareScanner> scanner) {
        all =
                List.of(
                        new PayloadStage(),
                        new DifferenceStage(),
                        new ParentStage(),
                        new ArchiveStage(),
                        new TypeStage(),
                        new MalwareStage(scanner),
                        new SecretStage(),
                        new CapabilityStage(),
                        new HealthStage(),
                        new MaterialStage(),
                        new ClaimStage());
    }

    public List<StageResult> examine(Dossier dossier) throws IOException {
        List<StageResult> results = new ArrayList<>();
        for (Stage stage : all) {
            StageResult result = stage.run(dossier);
            results.add(result);
            if (result.finding() instanceof Finding.Refused) {
                break;
            }
        }
        return results;
    }
}
