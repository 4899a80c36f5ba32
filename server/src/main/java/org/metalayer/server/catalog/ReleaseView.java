package org.metalayer.server.catalog;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.server.platform.WordOf;

/**
 * A release as operators see it.
 *
 * @param hardwareClasses the sticks that it is for; empty for all
 * @param role whose metadata lists it
 * @param publication whether sticks may install it yet
 * @param files present where one release is asked for alone
 */
public record ReleaseView(
        UUID id,
        String component,
        int version,
        @WordOf(UpgradeType.class) String type,
        String description,
        List<String> features,
        List<UUID> parents,
        List<String> hardwareClasses,
        ContributorView contributor,
        UUID reportId,
        int fileCount,
        long totalBytes,
        String payloadSha256,
        @WordOf(ReleaseRole.class) String role,
        @WordOf(PublicationState.class) String publication,
        boolean withdrawn,
        Instant createdAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<FileView> files) {

    public static ReleaseView of(Release release) {
        return of(release, null);
    }

    public static ReleaseView of(Release release, @Nullable FileManifest files) {
        return new ReleaseView(
                release.id(),
                release.component().value(),
                release.version(),
                release.type().wire(),
                release.description(),
                release.features(),
                release.parents(),
                release.hardwareClasses(),
                ContributorView.of(release.stickId(), release.contributor()),
                release.reportId(),
                release.fileCount(),
                release.totalBytes(),
                release.payloadSha256().hex(),
                release.role().wire(),
                release.publication().wire(),
                release.withdrawn(),
                release.createdAt(),
                files == null ? null : FileView.of(files));
    }
}
