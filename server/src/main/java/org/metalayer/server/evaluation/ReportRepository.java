package org.metalayer.server.evaluation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.platform.Cursor;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.persistence.NewestFirst;

@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<ReportEntity, UUID> {

    Optional<Report> find(UUID id) {
        return findByIdOptional(id).map(ReportEntity::toRecord);
    }

    /** Finds a report and keeps others from changing it until the transaction ends. */
    Optional<ReportEntity> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Page<Report> page(
            @Nullable ReportState state, @Nullable String component, PageRequest request) {
        return NewestFirst.by("receivedAt", this)
                .where("state", state)
                .where("component", component)
                .page(
                        request,
                        ReportEntity::toRecord,
                        report -> new Cursor(report.receivedAt(), report.id()));
    }
}
