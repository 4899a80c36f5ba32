package org.metalayer.server.catalog.artifact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.metalayer.server.platform.persistence.Turns;

/**
 * Who stores or holds artifacts does so beside others, but never while they are swept: what was
 * just found to be here must not be gone when the transaction commits.
 */
@ApplicationScoped
class ArtifactTurns {

    private static final String NAME = "sweep of artifacts";

    @Inject Turns turns;

    void beforeUse() {
        turns.share(NAME);
    }

    void beforeSweep() {
        turns.take(NAME);
    }
}
