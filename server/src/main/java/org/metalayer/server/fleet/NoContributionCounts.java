package org.metalayer.server.fleet;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Counts nothing, where no higher row is there to count. */
@DefaultBean
@ApplicationScoped
class NoContributionCounts implements ContributionCounts {

    @Override
    public Map<UUID, Contributions> of(Collection<UUID> stickIds) {
        return Map.of();
    }
}
