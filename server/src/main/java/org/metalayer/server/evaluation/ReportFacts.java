package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.server.evaluation.impact.Impact;
import org.metalayer.server.evaluation.impact.ImpactFacts;
import org.metalayer.server.evaluation.policy.Fact;
import org.metalayer.server.evaluation.policy.Facts;
import org.metalayer.server.evaluation.stage.Changes;
import org.metalayer.server.evaluation.stage.Dossier;
import org.metalayer.server.evaluation.stage.Finding;
import org.metalayer.server.evaluation.stage.StageEvidence;

/** Collects what a report is ruled on. */
@ApplicationScoped
class ReportFacts {

    private static final String MALWARE = "malware";
    private static final String CAPABILITIES = "capabilities";

    @Inject ReportQueries reports;
    @Inject ContributorStanding standing;

    Facts of(
            Report report,
            Dossier dossier,
            ImpactFacts weighed,
            Impact impact,
            List<StageEvidence> evidence) {
        UpgradeReport signed = dossier.report();
        Changes changes = dossier.changes();
        EnumMap<Fact, Object> facts = new EnumMap<>(Fact.class);
        facts.put(Fact.UPGRADE_TYPE, signed.type().wire());
        facts.put(Fact.COMPONENT, signed.component().value());
        facts.put(Fact.SCORE, (long) impact.score());
        facts.put(Fact.DESCRIPTION_LENGTH, (long) weighed.descriptionLength());
        facts.put(Fact.FEATURES, (long) weighed.features());
        facts.put(Fact.CLAIMS, (long) weighed.claims());
        facts.put(Fact.FILES_ADDED, (long) changes.added().size());
        facts.put(Fact.FILES_MODIFIED, (long) changes.modified().size());
        facts.put(Fact.FILES_REMOVED, (long) changes.removed().size());
        facts.put(Fact.CHANGED_BYTES, weighed.changedBytes());
        facts.put(Fact.CODE_BYTES, weighed.activeBytes());
        facts.put(Fact.REACH, weighed.reach());
        facts.put(Fact.HAS_PARENT, !signed.parents().isEmpty());
        facts.put(Fact.EXAMINED, true);
        facts.put(Fact.SCANNED, found(evidence, MALWARE).filter(Finding::passed).isPresent());
        facts.put(
                Fact.CAPABILITY_INCREASE,
                found(evidence, CAPABILITIES).filter(it -> !it.passed()).isPresent());
        facts.putAll(contributor(report));
        return new Facts(facts);
    }

    private Map<Fact, Object> contributor(Report report) {
        Reports.Given given =
                Optional.ofNullable(
                                reports.givenBy(List.of(report.stickId())).get(report.stickId()))
                        .orElse(new Reports.Given(1, 0));
        return Map.of(
                Fact.CONTRIBUTOR_ACCEPTED, standing.mayContribute(report.stickId()),
                Fact.CONTRIBUTOR_REPORTS, Math.max(0, given.reports() - 1),
                Fact.CONTRIBUTOR_RELEASED, given.released());
    }

    private static Optional<Finding> found(List<StageEvidence> evidence, String stage) {
        return evidence.stream()
                .filter(each -> each.stage().equals(stage))
                .map(StageEvidence::finding)
                .findFirst();
    }
}
