package org.metalayer.server.fleet;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.server.platform.Cursor;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.persistence.NewestFirst;

@ApplicationScoped
class StickRepository implements PanacheRepositoryBase<StickEntity, UUID> {

    Optional<StickEntity> byKeyId(String keyId) {
        return find("keyId", keyId).firstResultOptional();
    }

    /** Held until the transaction ends, so that two verbs never both see the state before. */
    Optional<StickEntity> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The same for a stick that was read before: reads it again. */
    StickEntity lock(StickEntity read) {
        getEntityManager().refresh(read, LockModeType.PESSIMISTIC_WRITE);
        return read;
    }

    /** Newest first. */
    Page<Stick> page(StickFilter filter, PageRequest request) {
        return NewestFirst.by("enrolledAt", StickEntity.class, this)
                .where("state", filter.state())
                .matching(
                        "(moduleId ilike :text escape '\\' or moduleName ilike :text escape '\\')",
                        "text",
                        filter.pattern())
                .page(
                        request,
                        StickEntity::toRecord,
                        stick -> new Cursor(stick.enrolledAt(), stick.id()));
    }

    long countPendingFrom(String address) {
        return count("state = ?1 and enrolledFrom = ?2", StickState.PENDING, address);
    }

    long count(StickState state) {
        return count("state", state);
    }
}
