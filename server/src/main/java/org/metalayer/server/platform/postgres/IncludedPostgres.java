package org.metalayer.server.platform.postgres;

import org.graalvm.nativeimage.hosted.Feature;
import org.graalvm.nativeimage.hosted.RuntimeResourceAccess;

/** Puts the PostgreSQL for its own processor into a native image, and no other. */
final class IncludedPostgres implements Feature {

    @Override
    public void beforeAnalysis(BeforeAnalysisAccess access) {
        RuntimeResourceAccess.addResource(
                IncludedPostgres.class.getModule(), PostgresBinaries.archive());
    }
}
