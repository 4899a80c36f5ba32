package org.metalayer.server.rollout;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class RingRepository implements PanacheRepositoryBase<RingEntity, RingEntity.Key> {

    /** In their order. */
    List<RingEntity> of(UUID rolloutId) {
        return list("rolloutId = ?1 order by ordinal", rolloutId);
    }

    /** The rings of many rollouts, each in their order. */
    Map<UUID, List<Ring>> of(Collection<UUID> rolloutIds) {
        return list("rolloutId in ?1 order by ordinal", rolloutIds).stream()
                .map(RingEntity::toRecord)
                .collect(Collectors.groupingBy(Ring::rolloutId));
    }
}
