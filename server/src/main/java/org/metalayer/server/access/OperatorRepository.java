package org.metalayer.server.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class OperatorRepository implements PanacheRepositoryBase<OperatorEntity, UUID> {

    @Transactional
    Optional<OperatorEntity> byUsername(String username) {
        return find("username", username).firstResultOptional();
    }
}
