package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.server.access.StickPrincipal;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.evaluation.attest.Statements;
import org.metalayer.server.evaluation.policy.Policies;
import org.metalayer.server.evaluation.policy.Policy;
import org.metalayer.server.evaluation.stage.Stages;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;

/** The evaluation's door: reports, their files, and what was decided about them. */
@ApplicationScoped
public class Reports {

    /** How many reports came from a stick, and how many of them became a release. */
    public record Given(long reports, long released) {}

    @Inject ContributorStanding standing;
    @Inject ReportIntake intake;
    @Inject FileIntake files;
    @Inject ReportRepository reports;
    @Inject ReportQueries queries;
    @Inject ArtifactStore artifacts;
    @Inject DecisionRepository decisions;
    @Inject Policies policies;
    @Inject Dossiers dossiers;
    @Inject Statements statements;

    /** Takes a signed report; the receipt is given out only when it is durable. */
    public ReportReceipt submit(StickPrincipal stick, byte[] envelope) {
        return intake.again(stick, envelope)
                .orElseGet(() -> intake.submit(stick, VerifiedReport.of(stick, envelope)));
    }

    /** What a stick may know about a report of its own. */
    @Transactional
    public ReportReceipt receipt(StickPrincipal stick, UUID reportId) {
        standing.requireKnown(stick.stickId());
        Report report =
                reports.find(reportId)
                        .filter(found -> found.stickId().equals(stick.stickId()))
                        .orElseThrow(() -> missing(reportId));
        return new ReportReceipt(
                report,
                false,
                report.state() == ReportState.AWAITING_FILES
                        ? artifacts.missing(reportId)
                        : List.of());
    }

    /**
     * Stores all files of a blob pack or none, and returns how many.
     *
     * @param length of the pack in bytes; negative where its sender does not say it
     */
    public int storePack(StickPrincipal stick, InputStream pack, int length) throws IOException {
        return files.storePack(stick, pack, length);
    }

    /** How much of an awaited file is here. */
    public UploadProgress progress(StickPrincipal stick, Sha256 digest) {
        return files.progress(stick, digest);
    }

    /** Appends the next part of an awaited file; the last one has its digest checked. */
    public UploadProgress append(
            StickPrincipal stick, Sha256 digest, long offset, InputStream part) {
        return files.append(stick, digest, offset, part);
    }

    /** Newest first. */
    @Transactional
    public Page<ReportDetail> page(ReportFilter filter, PageRequest request) {
        Page<Report> page = reports.page(filter, request);
        Map<UUID, ReportDetail> details = details(page.items());
        return page.map(report -> Optional.ofNullable(details.get(report.id())).orElseThrow());
    }

    @Transactional
    public ReportDetail find(UUID reportId) {
        Report report = reports.find(reportId).orElseThrow(() -> missing(reportId));
        return Optional.ofNullable(details(List.of(report)).get(reportId)).orElseThrow();
    }

    /** All that a report brings, as its stick signed it. */
    @Transactional
    public ReportFiles files(UUID reportId) {
        UpgradeReport signed = dossiers.signed(reportId);
        return new ReportFiles(signed.files(), dossiers.contribution(signed));
    }

    /** The newest decision about a report. */
    @Transactional
    public Optional<DecisionRecord> decisionAbout(UUID reportId) {
        return Optional.ofNullable(decisions.newest(List.of(reportId)).get(reportId));
    }

    @Transactional
    public DecisionRecord decision(UUID id) {
        return decisions
                .findByIdOptional(id)
                .orElseThrow(() -> new NoSuchThingException("decision " + id))
                .toRecord();
    }

    /** The bill of materials of a report that has one, as CycloneDX JSON. */
    @Transactional
    public byte[] billOfMaterials(UUID reportId) {
        return decisionAbout(reportId).stream()
                .flatMap(decision -> decision.examination().stages().stream())
                .filter(each -> each.stage().equals(Stages.MATERIALS))
                .flatMap(each -> each.statement().stream())
                .flatMap(statement -> statements.document(statement).stream())
                .map(Json::write)
                .findFirst()
                .orElseThrow(() ->
                        new NoSuchThingException(
                                "bill of materials of upgrade report " + reportId));
    }

    /** Newest first. */
    @Transactional
    public Page<DecisionRecord> decisions(PageRequest request) {
        return decisions.page(request);
    }

    /** Notes on its report how far the rollout of a release has come. */
    @Transactional
    public void follow(UUID releaseId, UUID rolloutId, ReportProgress reached) {
        reports.ofRelease(releaseId).ifPresent(report -> report.follow(rolloutId, reached));
    }

    /** What sticks gave: by stick, those without any report left out. */
    public Map<UUID, Given> givenBy(Collection<UUID> stickIds) {
        return queries.givenBy(stickIds);
    }

    public Policy policy() {
        return policies.inForce();
    }

    private Map<UUID, ReportDetail> details(List<Report> found) {
        Map<UUID, DecisionRecord> decided =
                decisions.newest(found.stream().map(Report::id).toList());
        return found.stream()
                .collect(
                        Collectors.toMap(
                                Report::id,
                                report ->
                                        new ReportDetail(
                                                report,
                                                Optional.ofNullable(decided.get(report.id())))));
    }

    private static NoSuchThingException missing(UUID reportId) {
        return new NoSuchThingException("upgrade report " + reportId);
    }
}
