package org.metalayer.server.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class ApiTokenRepository implements PanacheRepositoryBase<ApiTokenEntity, UUID> {

    List<ApiTokenEntity> of(Operator operator) {
        return list("operator.id = ?1 order by createdAt desc, id", operator.id());
    }

    /** The token with its operator, unless it has expired or they are disabled. */
    Optional<ApiTokenEntity> valid(byte[] tokenSha256, Instant now) {
        return find(
                        "from ApiTokenEntity t join fetch t.operator"
                                + " where t.tokenSha256 = ?1 and t.expiresAt > ?2"
                                + " and t.operator.disabledAt is null",
                        tokenSha256,
                        now)
                .firstResultOptional();
    }

    boolean delete(Operator operator, UUID id) {
        return delete("id = ?1 and operator.id = ?2", id, operator.id()) == 1;
    }

    void revokeAll(UUID operatorId) {
        delete("operator.id", operatorId);
    }
}
