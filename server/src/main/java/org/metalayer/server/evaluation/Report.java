package org.metalayer.server.evaluation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.Claim;
import org.metalayer.protocol.message.Contributor;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.server.evaluation.stage.Changes;
import org.metalayer.server.platform.IllegalTransitionException;

/**
 * An upgrade report as the Main System keeps it, without its file list.
 *
 * @param payloadSha256 of the signed bytes
 * @param changes what the contributor changed
 * @param attempts how often its evaluation was begun
 * @param releaseId what became of it, once approved
 */
public record Report(
        UUID id,
        UUID stickId,
        Contributor contributor,
        ComponentName component,
        UpgradeType type,
        String description,
        List<String> features,
        List<Claim> claims,
        List<UUID> parents,
        Changes changes,
        int fileCount,
        long totalBytes,
        Sha256 payloadSha256,
        ReportState state,
        Instant receivedAt,
        int attempts,
        Optional<UUID> releaseId) {

    public Report {
        features = List.copyOf(features);
        claims = List.copyOf(claims);
        parents = List.copyOf(parents);
    }

    static Report received(
            UpgradeReport report, UUID stickId, Sha256 payload, Changes changes, Instant now) {
        return new Report(
                report.reportId(),
                stickId,
                report.contributor(),
                report.component(),
                report.type(),
                report.description(),
                report.features(),
                report.claims(),
                report.parents(),
                changes,
                report.files().files().size(),
                report.files().totalSize(),
                payload,
                ReportState.AWAITING_FILES,
                now,
                0,
                Optional.empty());
    }

    /** All files are here: it can be evaluated. */
    Report complete() {
        return become(ReportState.PENDING, Optional.empty());
    }

    Report approve(UUID release) {
        return become(ReportState.APPROVED, Optional.of(release));
    }

    Report reject() {
        return become(ReportState.REJECTED, Optional.empty());
    }

    Report handToHuman() {
        return become(ReportState.NEEDS_HUMAN, Optional.empty());
    }

    private Report become(ReportState next, Optional<UUID> release) {
        if (!state.mayBecome(next)) {
            throw new IllegalTransitionException("upgrade report " + id, state, next);
        }
        return new Report(
                id,
                stickId,
                contributor,
                component,
                type,
                description,
                features,
                claims,
                parents,
                changes,
                fileCount,
                totalBytes,
                payloadSha256,
                next,
                receivedAt,
                attempts,
                release);
    }
}
