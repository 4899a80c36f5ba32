package org.metalayer.server.catalog;

import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.message.UpgradeReport;

/**
 * What becomes a release: an approved report.
 *
 * @param title of the component, as its {@code component.json} has it, or its name
 * @param hardwareClasses what it runs on, as its {@code component.json} has them
 * @param stickId the contributor
 * @param changedPaths what differs from the parent; those beyond {@link #MAX_CHANGED_PATHS} are
 *     left to the signed file list, so that the deployment manifest stays small
 */
public record NewRelease(
        UpgradeReport report,
        String title,
        List<String> hardwareClasses,
        UUID stickId,
        List<RelativePath> changedPaths) {

    public static final int MAX_CHANGED_PATHS = 100;

    public NewRelease {
        hardwareClasses = List.copyOf(hardwareClasses);
        changedPaths = changedPaths.stream().limit(MAX_CHANGED_PATHS).toList();
    }
}
