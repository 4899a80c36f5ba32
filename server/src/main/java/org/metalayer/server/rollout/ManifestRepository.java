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

    /** The one of this sequence. */
    @Transactional
    Optional<ServedManifest> bySequence(long sequence) {
        return findByIdOptional(sequence).map(ManifestEntity::served);
    }

    /** The newest one, if it is newer than {@code sequence}. */
    @Transactional
    Optional<ServedManifest> newerThan(long sequence) {
        return find("sequence > ?1 order by sequence desc", sequence)
                .firstResultOptional()
                .map(ManifestEntity::served);
    }
}
