package org.metalayer.server.catalog;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.Contributor;
import org.metalayer.protocol.trust.ReleaseRole;

/**
 * One immutable version of a component, without its file list.
 *
 * @param version 1, 2, 3 … within the component, without gaps
 * @param parents the releases it was made from
 * @param changedPaths what differs from its parent; at most {@link NewRelease#MAX_CHANGED_PATHS}
 * @param hardwareClasses what it runs on; empty for anything
 * @param stickId the stick it came from
 * @param totalBytes of all its files
 * @param payloadSha256 of the release document: names exactly one
 * @param role whose metadata has to list it
 * @param documentLength in bytes
 * @param publication whether sticks may install it
 * @param withdrawn whether no stick may run it any more
 */
public record Release(
        UUID id,
        ComponentName component,
        int version,
        UpgradeType type,
        String description,
        List<String> features,
        List<UUID> parents,
        List<RelativePath> changedPaths,
        List<String> hardwareClasses,
        UUID reportId,
        UUID stickId,
        Contributor contributor,
        int fileCount,
        long totalBytes,
        Sha256 payloadSha256,
        ReleaseRole role,
        long documentLength,
        PublicationState publication,
        boolean withdrawn,
        Instant createdAt) {

    /** Whether every stick that could run the other one could run this one. */
    public boolean runsWherever(Release other) {
        return hardwareClasses.isEmpty()
                || (!other.hardwareClasses.isEmpty()
                        && hardwareClasses.containsAll(other.hardwareClasses));
    }

    /** The path under which its role lists it. */
    public String targetPath() {
        return role.targetPath(component, id);
    }

    public Release {
        features = List.copyOf(features);
        parents = List.copyOf(parents);
        changedPaths = List.copyOf(changedPaths);
        hardwareClasses = List.copyOf(hardwareClasses);
    }
}
