package org.metalayer.server.catalog.trust;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.util.Optional;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.server.platform.persistence.Turns;

@ApplicationScoped
class KeyRepository implements PanacheRepositoryBase<SigningKeyEntity, String> {

    @Inject Turns turns;
    @Inject InstantSource clock;

    @Transactional
    Optional<VerifyingKey> find(KeyRole role) {
        return findByIdOptional(role.wire()).map(SigningKeyEntity::key);
    }

    /** Records a role's first key; whoever comes second keeps what is there. */
    @Transactional
    void record(KeyRole role, VerifyingKey key) {
        turns.take("first key of " + role.wire());
        if (find(role).isEmpty()) {
            persist(new SigningKeyEntity(role, key, clock.instant()));
        }
    }
}
