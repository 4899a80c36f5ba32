package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    @Inject AwaitedFileQueries awaited;
    @Inject OpenReports open;
    @Inject ArtifactStore artifacts;
    @Inject Dossiers dossiers;
    @Inject Turns turns;
    @Inject InstantSource clock;
    @Inject LiveEvents live;
    @Inject Event<ReportCompleted> completed;

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
        artifacts.hold(report.reportId(), report.files().digests());
        List<FileEntry> missing = missing(report.files());
        ReportEntity received =
                new ReportEntity(verified, stick.stickId(), dossiers.contribution(report), now);
        reports.persist(received);
        awaited.insert(received.id(), missing);
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
        List<Sha256> missing = awaited.missing(report.id());
        if (missing.isEmpty()) {
            report.complete();
            awaited.delete(report.id());
            live.publish("upgrade-report", report.id());
            completed.fire(new ReportCompleted());
        }
        return new ReportReceipt(report.toRecord(), fresh, missing);
    }

    /** The files that are not in the store, one per content. */
    private List<FileEntry> missing(FileManifest files) {
        Map<Sha256, Long> stored = artifacts.sizes(files.digests());
        Map<Sha256, FileEntry> seen = new HashMap<>();
        List<FileEntry> missing = new ArrayList<>();
        for (FileEntry file : files.entries()) {
            FileEntry before = seen.putIfAbsent(file.sha256(), file);
            long size =
                    before == null
                            ? stored.getOrDefault(file.sha256(), file.size())
                            : before.size();
            if (size != file.size()) {
                throw ArtifactUpload.WRONG_SIZE.because(
                        "%s is declared with %d bytes, but content %s has %d"
                                .formatted(file.path(), file.size(), file.sha256(), size));
            }
            if (before == null && !stored.containsKey(file.sha256())) {
                missing.add(file);
            }
        }
        return missing;
    }
}
