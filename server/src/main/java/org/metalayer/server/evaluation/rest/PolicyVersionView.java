package org.metalayer.server.evaluation.rest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.evaluation.policy.PolicyState;
import org.metalayer.server.evaluation.policy.PolicyVersion;
import org.metalayer.server.platform.WordOf;

/** A version of the policy in a list; a draft has no digest yet. */
public record PolicyVersionView(
        int version,
        int revision,
        @WordOf(PolicyState.class) String state,
        int rowCount,
        String note,
        @Nullable String sha256,
        @Nullable Integer against,
        List<String> authors,
        String createdBy,
        Instant createdAt,
        @Nullable String proposedBy,
        @Nullable Instant proposedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String activatedBy,
        @Nullable Instant activatedAt,
        @Nullable Instant supersededAt,
        @Nullable String discardedBy,
        @Nullable Instant discardedAt) {

    static PolicyVersionView of(PolicyVersion version) {
        return new PolicyVersionView(
                version.version(),
                version.revision(),
                version.state().wire(),
                version.rows(),
                version.note(),
                version.sha256().map(Sha256::hex).orElse(null),
                version.against().orElse(null),
                version.authors(),
                version.created().by(),
                version.created().at(),
                by(version.proposed()),
                at(version.proposed()),
                by(version.approved()),
                at(version.approved()),
                by(version.activated()),
                at(version.activated()),
                version.supersededAt().orElse(null),
                by(version.discarded()),
                at(version.discarded()));
    }

    private static @Nullable String by(Optional<PolicyVersion.Step> step) {
        return step.map(PolicyVersion.Step::by).orElse(null);
    }

    private static @Nullable Instant at(Optional<PolicyVersion.Step> step) {
        return step.map(PolicyVersion.Step::at).orElse(null);
    }
}
