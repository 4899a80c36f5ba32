package org.metalayer.server.rollout;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

@ApplicationScoped
class ManifestRepository implements PanacheRepositoryBase<ManifestEntity, Long> {

    Optional<ManifestEntity> newest() {
        return find("order by sequence desc").firstResultOptional();
    }

    /** The document of this sequence. */
    @Transactional
    Optional<byte[]> bySequence(long sequence) {
        return findByIdOptional(sequence).map(ManifestEntity::document);
    }
}
