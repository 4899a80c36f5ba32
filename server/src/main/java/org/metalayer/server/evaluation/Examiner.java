package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.evaluation.impact.Impact;
import org.metalayer.server.evaluation.impact.ImpactFacts;
import org.metalayer.server.evaluation.impact.ImpactScore;
import org.metalayer.server.evaluation.stage.Dossier;
import org.metalayer.server.evaluation.stage.ImpactFactsOf;
import org.metalayer.server.evaluation.stage.StageEvidence;
import org.metalayer.server.platform.persistence.Turns;

/**
 * Examines a report as things are now. Until the transaction of its caller ends nobody else decides
 * about the component; a release of it may still be withdrawn.
 */
@ApplicationScoped
class Examiner {

    @Inject Dossiers dossiers;
    @Inject Vetting vetting;
    @Inject ComponentReach reach;
    @Inject ReportFacts facts;
    @Inject Turns turns;

    Examination examine(Report report) {
        turns.take(Decisions.turn(report.component()));
        Dossier dossier = dossiers.open(report.id());
        try {
            List<StageEvidence> evidence = vetting.examine(report, dossier);
            ImpactFacts weighed =
                    ImpactFactsOf.dossier(dossier, reach.sticksWith(report.component()));
            Impact impact = ImpactScore.of(weighed);
            return new Examination(
                    impact,
                    dossier.head().map(Release::version).orElse(0),
                    evidence,
                    Optional.of(facts.of(report, dossier, weighed, impact, evidence)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
