package org.metalayer.server.catalog;

import java.util.UUID;
import org.metalayer.protocol.message.Contributor;

/** The stick that a report or a release came from. */
public record ContributorView(UUID stickId, String moduleId, String moduleName) {

    public static ContributorView of(UUID stickId, Contributor contributor) {
        return new ContributorView(
                stickId, contributor.moduleId().value(), contributor.moduleName().value());
    }
}
