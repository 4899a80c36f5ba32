package org.metalayer.server.evaluation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.Claim;
import org.metalayer.server.catalog.ContributorView;
import org.metalayer.server.catalog.FileView;
import org.metalayer.server.evaluation.Report;
import org.metalayer.server.evaluation.ReportDetail;
import org.metalayer.server.evaluation.ReportFiles;
import org.metalayer.server.evaluation.ReportProgress;
import org.metalayer.server.evaluation.ReportState;
import org.metalayer.server.evaluation.stage.Changes;
import org.metalayer.server.platform.WordOf;

/**
 * A report as operators see it.
 *
 * @param changes in a list at most {@link Report#LISTED} paths of each kind
 * @param files present where one report is asked for alone
 */
public record ReportView(
        UUID id,
        String component,
        @WordOf(UpgradeType.class) String type,
        String description,
        List<String> features,
        List<Claim> claims,
        List<UUID> parents,
        ContributorView contributor,
        @WordOf(ReportState.class) String state,
        @WordOf(ReportProgress.class) String progress,
        int fileCount,
        long totalBytes,
        ChangesView changes,
        Instant receivedAt,
        @Nullable DecisionView decision,
        @Nullable UUID releaseId,
        @Nullable UUID rolloutId,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FileView> files) {

    /** What the contributor changed. */
    public record ChangesView(List<String> added, List<String> modified, List<String> removed) {

        static ChangesView of(Changes changes) {
            return new ChangesView(
                    paths(changes.added()), paths(changes.modified()), paths(changes.removed()));
        }

        private static List<String> paths(List<RelativePath> paths) {
            return paths.stream().map(RelativePath::value).toList();
        }
    }

    static ReportView listed(ReportDetail detail) {
        return of(detail, detail.report().firstChanges(), null);
    }

    static ReportView whole(ReportDetail detail, ReportFiles files) {
        return of(detail, files.changes(), FileView.of(files.files()));
    }

    private static ReportView of(
            ReportDetail detail, Changes changes, @Nullable List<FileView> files) {
        Report report = detail.report();
        return new ReportView(
                report.id(),
                report.component().value(),
                report.type().wire(),
                report.description(),
                report.features(),
                report.claims(),
                report.parents(),
                ContributorView.of(report.stickId(), report.contributor()),
                report.state().wire(),
                report.progress().wire(),
                report.fileCount(),
                report.totalBytes(),
                ChangesView.of(changes),
                report.receivedAt(),
                detail.decision().map(DecisionView::of).orElse(null),
                report.releaseId().orElse(null),
                report.rolloutId().orElse(null),
                files);
    }
}
