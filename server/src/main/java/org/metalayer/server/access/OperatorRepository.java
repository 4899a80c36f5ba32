package org.metalayer.server.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
@Transactional
class OperatorRepository implements PanacheRepositoryBase<OperatorEntity, UUID> {

    private static final String ACTIVE_WITH_ROLE = "role = ?1 and disabledAt is null";

    List<OperatorEntity> byName() {
        return list("order by username");
    }

    Optional<OperatorEntity> byId(UUID id) {
        return findByIdOptional(id);
    }

    Optional<OperatorEntity> byUsername(String username) {
        return find("username", username).firstResultOptional();
    }

    boolean nobody() {
        return count() == 0;
    }

    /** How many there are that are not disabled. */
    long administrators() {
        return count(ACTIVE_WITH_ROLE, OperatorRole.ADMINISTRATOR);
    }

    /** The one who has been there for longest. */
    Optional<OperatorEntity> firstAdministrator() {
        return find(ACTIVE_WITH_ROLE + " order by createdAt, id", OperatorRole.ADMINISTRATOR)
                .firstResultOptional();
    }
}
