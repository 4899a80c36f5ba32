package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.health.ComponentDescriptor;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.catalog.NewRelease;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.evaluation.policy.Ruling;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.evaluation.stage.Dossier;
import org.metalayer.server.platform.LiveEvents;

/** Records a decision and carries it out, in the transaction of its caller. */
@ApplicationScoped
class Decisions {

    @Inject DecisionRepository decisions;
    @Inject Dossiers dossiers;
    @Inject Catalog catalog;
    @Inject ArtifactStore artifacts;
    @Inject InstantSource clock;
    @Inject LiveEvents live;
    @Inject Event<ReleaseApproved> approved;

    DecisionRecord decide(
            ReportEntity pending, Ruling ruling, Examination examination, String decidedBy) {
        Report report = pending.toRecord();
        DecisionRecord decision =
                new DecisionRecord(
                        UUID.randomUUID(),
                        report.id(),
                        report.component(),
                        ruling,
                        examination,
                        decidedBy,
                        clock.instant());
        decisions.persist(new DecisionEntity(decision));
        switch (ruling.verdict()) {
            case REJECT -> pending.reject();
            case NEEDS_HUMAN -> pending.handToHuman();
            case APPROVE -> approve(pending, ruling);
        }
        if (ruling.verdict() != Verdict.NEEDS_HUMAN) {
            artifacts.letGo(report.id());
        }
        live.publish("decision", decision.id());
        live.publish("upgrade-report", report.id());
        return decision;
    }

    /** One decision at a time per component, so that each sees the release of the one before. */
    static String turn(ComponentName component) {
        return "decision about " + component;
    }

    private void approve(ReportEntity pending, Ruling ruling) {
        Dossier dossier = dossiers.open(pending.id());
        ComponentDescriptor descriptor = descriptor(dossier);
        Release release =
                catalog.publish(
                        new NewRelease(
                                dossier.report(),
                                descriptor.title().orElse(dossier.report().component().value()),
                                descriptor.hardwareClasses(),
                                pending.toRecord().stickId(),
                                dossier.contribution().all()));
        pending.approve(release.id());
        approved.fire(
                new ReleaseApproved(release, ruling.strategy().orElseThrow(), ruling.priority()));
    }

    private static ComponentDescriptor descriptor(Dossier dossier) {
        try {
            return ComponentDescriptor.of(dossier.files());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
