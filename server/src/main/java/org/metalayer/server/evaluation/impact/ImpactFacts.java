package org.metalayer.server.evaluation.impact;

import org.metalayer.protocol.UpgradeType;

/**
 * What the impact is made of.
 *
 * @param descriptionLength in characters
 * @param changedFiles added, modified and removed ones
 * @param changedBytes size of the added and modified files
 * @param activeBytes the part of {@code changedBytes} that is code: scripts, pages, styles,
 *     programs
 * @param reach how many sticks have the component
 */
public record ImpactFacts(
        UpgradeType type,
        int descriptionLength,
        int features,
        int claims,
        int changedFiles,
        int removedFiles,
        long changedBytes,
        long activeBytes,
        long reach) {}
