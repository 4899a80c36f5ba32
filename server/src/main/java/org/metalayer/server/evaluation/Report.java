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
import org.metalayer.server.evaluation.stage.Changes;

/**
 * An upgrade report as it was when it was read, without its file list.
 *
 * @param payloadSha256 of the signed bytes
 * @param firstChanges what the contributor changed, at most {@link #LISTED} paths of each kind
 * @param attempts how often its evaluation was begun
 * @param releaseId what became of it, once approved
 * @param rolloutId how that goes out
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
        Changes firstChanges,
        int fileCount,
        long totalBytes,
        Sha256 payloadSha256,
        ReportState state,
        Instant receivedAt,
        int attempts,
        ReportProgress progress,
        Optional<UUID> releaseId,
        Optional<UUID> rolloutId) {

    /** So many paths say what a report is about. */
    public static final int LISTED = 50;

    public Report {
        features = List.copyOf(features);
        claims = List.copyOf(claims);
        parents = List.copyOf(parents);
    }
}
