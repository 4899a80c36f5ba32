package org.metalayer.server.evaluation;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** Stands in where nothing rolls releases out. */
@DefaultBean
@ApplicationScoped
class NoRollouts implements RolloutProgress {

    @Override
    public Map<UUID, Step> of(Collection<UUID> releaseIds) {
        return Map.of();
    }
}
