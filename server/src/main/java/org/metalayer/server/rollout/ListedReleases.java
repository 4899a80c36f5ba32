package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.metalayer.server.catalog.ReleasesInUse;

/** Tells the catalog which releases the deployment manifest names. */
@ApplicationScoped
class ListedReleases implements ReleasesInUse {

    @Inject RolloutRepository rollouts;

    @Override
    @Transactional
    public Set<UUID> releasesInUse() {
        return rollouts.listedReleases();
    }
}
