package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.server.evaluation.attest.Statements;
import org.metalayer.server.evaluation.malware.ClamdSettings;
import org.metalayer.server.evaluation.stage.Dossier;
import org.metalayer.server.evaluation.stage.StageEvidence;
import org.metalayer.server.evaluation.stage.StageResult;
import org.metalayer.server.evaluation.stage.Stages;

/** Runs the stages and has each finding signed. */
@ApplicationScoped
class Vetting {

    @Inject Statements statements;
    @Inject ClamdSettings clamd;

    List<StageEvidence> examine(Report report, Dossier dossier) throws IOException {
        List<StageEvidence> evidence = new ArrayList<>();
        for (StageResult result : new Stages(clamd.scanner()).examine(dossier)) {
            evidence.add(statements.attest(report.payloadSha256(), dossier, result));
        }
        return evidence;
    }
}
