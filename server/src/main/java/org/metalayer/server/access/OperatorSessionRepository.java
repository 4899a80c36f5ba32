package org.metalayer.server.access;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class OperatorSessionRepository implements PanacheRepositoryBase<OperatorSessionEntity, UUID> {

    /** How precisely use is recorded: a write for every request would be wasted. */
    private static final Duration RECORDED_EVERY = Duration.ofMinutes(5);

    /** The session with its operator, while it lasts and they are not disabled. */
    Optional<OperatorSessionEntity> lasting(byte[] tokenSha256, Instant now) {
        return find(
                        "from OperatorSessionEntity s join fetch s.operator where s.tokenSha256 ="
                                + " ?1 and s.usedAt > ?2 and s.createdAt > ?3"
                                + " and s.operator.disabledAt is null",
                        tokenSha256,
                        now.minus(OperatorSessionEntity.LONGEST_UNUSED),
                        now.minus(OperatorSessionEntity.LONGEST))
                .firstResultOptional();
    }

    /** A statement, and no change of the entity: the session may be closed at the same time. */
    void recordUse(byte[] tokenSha256, Instant now) {
        update(
                "usedAt = ?1 where tokenSha256 = ?2 and usedAt < ?3",
                now,
                tokenSha256,
                now.minus(RECORDED_EVERY));
    }

    void close(byte[] tokenSha256) {
        delete("tokenSha256", (Object) tokenSha256);
    }

    void closeAll(UUID operatorId) {
        delete("operator.id", operatorId);
    }

    void closeAllBut(byte[] tokenSha256, UUID operatorId) {
        delete("operator.id = ?1 and tokenSha256 <> ?2", operatorId, tokenSha256);
    }

    void forgetEnded(Instant now) {
        delete(
                "usedAt < ?1 or createdAt < ?2",
                now.minus(OperatorSessionEntity.LONGEST_UNUSED),
                now.minus(OperatorSessionEntity.LONGEST));
    }
}
