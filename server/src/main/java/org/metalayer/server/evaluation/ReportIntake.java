package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.server.access.StickPrincipal;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.catalog.artifact.ArtifactUpload;
import org.metalayer.server.platform.LiveEvents;
import org.metalayer.server.platform.persistence.Turns;

/** Takes verified upgrade reports (docs/protocol.md §5) and stores each once. */
@ApplicationScoped
class ReportIntake {

    @Inject ContributorStanding standing;
    @Inject ReportRepository reports;
    @Inject ReportQueries queries;
    @Inject OpenReports open;
    @Inject ArtifactStore artifacts;
    @Inject Dossiers dossiers;
    @Inject Turns turns;
    @Inject InstantSource clock;
    @Inject LiveEvents live;
    @Inject Event<ReportCompleted> completed;

    /**
     * What became of a report that came before as exactly these bytes and awaits files: they were
     * verified then.
     */
    @Transactional
    Optional<ReportReceipt> again(StickPrincipal stick, byte[] envelope) {
        standing.requireContributor(stick);
        return queries.awaitingFiles(stick.stickId(), envelope)
                .flatMap(id -> {
                    turns.take("upgrade report " + id);
                    return reports.lock(id);
                })
                .map(known -> receipt(known, false));
    }

    @Transactional
    ReportReceipt submit(StickPrincipal stick, VerifiedReport verified) {
        standing.requireContributor(stick);
        UUID id = verified.report().reportId();
        turns.take("upgrade report " + id);
        return reports.lock(id)
                .map(known -> again(known, stick, verified))
                .orElseGet(() -> first(stick, verified));
    }

    private ReportReceipt first(StickPrincipal stick, VerifiedReport verified) {
        artifacts.space().require(verified.envelope().length);
        Instant now = clock.instant();
        UpgradeReport report = verified.report();
        open.require(stick.stickId(), report);
        artifacts.hold(report.reportId(), declared(report.files()));
        requireStoredSizes(report.files());
        ReportEntity received =
                new ReportEntity(verified, stick.stickId(), dossiers.contribution(report), now);
        reports.persist(received);
        live.publish("upgrade-report", received.id());
        return receipt(received, true);
    }

    private ReportReceipt again(ReportEntity known, StickPrincipal stick, VerifiedReport verified) {
        Report report = known.toRecord();
        if (!report.stickId().equals(stick.stickId())
                || !report.payloadSha256().equals(verified.payload())) {
            throw ReportProblems.REPORT_REPLAYED.because(
                    "report %s was received with other content: give the changed report an id of its own"
                            .formatted(report.id()));
        }
        return receipt(known, false);
    }

    private ReportReceipt receipt(ReportEntity report, boolean fresh) {
        if (report.state() != ReportState.AWAITING_FILES) {
            return new ReportReceipt(report.toRecord(), fresh, List.of());
        }
        List<Sha256> missing = artifacts.missing(report.id());
        if (missing.isEmpty()) {
            report.complete();
            live.publish("upgrade-report", report.id());
            completed.fire(new ReportCompleted());
        }
        return new ReportReceipt(report.toRecord(), fresh, missing);
    }

    /** Sizes in bytes, one per content. */
    private static Map<Sha256, Long> declared(FileManifest files) {
        Map<Sha256, Long> sizes = new LinkedHashMap<>();
        for (FileEntry file : files.entries()) {
            requireSize(file, sizes.putIfAbsent(file.sha256(), file.size()));
        }
        return sizes;
    }

    private void requireStoredSizes(FileManifest files) {
        Map<Sha256, Long> stored = artifacts.sizes(files.digests());
        for (FileEntry file : files.entries()) {
            requireSize(file, stored.get(file.sha256()));
        }
    }

    private static void requireSize(FileEntry file, @Nullable Long known) {
        if (known != null && known != file.size()) {
            throw ArtifactUpload.WRONG_SIZE.because(
                    "%s is declared with %d bytes, but content %s has %d"
                            .formatted(file.path(), file.size(), file.sha256(), known));
        }
    }
}
