package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.evaluation.impact.ImpactScore;
import org.metalayer.server.evaluation.stage.Dossier;
import org.metalayer.server.evaluation.stage.ImpactFactsOf;
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
    @Inject Turns turns;

    Examination examine(Report report) {
        turns.take(Decisions.turn(report.component()));
        Dossier dossier = dossiers.open(report.id());
        try {
            return new Examination(
                    ImpactScore.of(
                            ImpactFactsOf.dossier(dossier, reach.sticksWith(report.component()))),
                    dossier.head().map(Release::version).orElse(0),
                    vetting.examine(report, dossier));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
