package org.metalayer.server.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PublicationRepository implements PanacheRepositoryBase<PublicationEntity, UUID> {

    /** Those of the releases that no metadata has listed yet. */
    List<PublicationEntity> awaiting(Collection<UUID> releases) {
        return list(
                "state = ?1 and releaseId in ?2",
                PublicationState.AWAITING_SIGNATURE.wire(),
                releases);
    }
}
