package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.UUID;
import org.metalayer.protocol.health.ComponentDescriptor;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.catalog.NewRelease;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.evaluation.policy.Ruling;
import org.metalayer.server.evaluation.stage.Dossier;
import org.metalayer.server.platform.LiveEvents;

/** Records a decision and carries it out, in the transaction of its caller. */
@ApplicationScoped
class Decisions {

    @Inject DecisionRepository decisions;
    @Inject ReportRepository reports;
    @Inject Dossiers dossiers;
    @Inject Catalog catalog;
    @Inject InstantSource clock;
    @Inject LiveEvents live;
    @Inject Event<ReleaseApproved> approved;

    DecisionRecord decide(Report report, Ruling ruling, Examination examination, String decidedBy) {
        DecisionRecord decision =
                new DecisionRecord(
                        UUID.randomUUID(),
                        report.id(),
                        report.component(),
                        ruling,
                        examination,
                        decidedBy,
                        clock.instant());
        decisions.insert(decision);
        reports.saveState(
                switch (ruling.verdict()) {
                    case REJECT -> report.reject();
                    case NEEDS_HUMAN -> report.handToHuman();
                    case APPROVE -> report.approve(release(report, ruling));
                });
        live.publish("decision", decision.id());
        live.publish("upgrade-report", report.id());
        return decision;
    }

    private UUID release(Report report, Ruling ruling) {
        Dossier dossier = dossiers.open(report.id());
        Release release =
                catalog.publish(
                        new NewRelease(
                                dossier.report(),
                                title(dossier),
                                report.stickId(),
                                dossier.contribution().all()));
        approved.fire(
                new ReleaseApproved(release, ruling.strategy().orElseThrow(), ruling.priority()));
        return release.id();
    }

    private static String title(Dossier dossier) {
        try {
            return ComponentDescriptor.of(dossier.files())
                    .title()
                    .orElse(dossier.report().component().value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
