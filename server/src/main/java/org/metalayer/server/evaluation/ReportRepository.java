package org.metalayer.server.evaluation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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

    /** The report that became a release. */
    Optional<ReportEntity> ofRelease(UUID releaseId) {
        return find("releaseId", releaseId).firstResultOptional();
    }

    Page<Report> page(ReportFilter filter, PageRequest request) {
        List<ReportProgress> progress = filter.progress();
        return NewestFirst.by("receivedAt", ReportEntity.class, this)
                .where("state", filter.state())
                .matching("progress in :progress", "progress", progress.isEmpty() ? null : progress)
                .where("component", filter.component())
                .where("stickId", filter.stick())
                .page(
                        request,
                        ReportEntity::toRecord,
                        report -> new Cursor(report.receivedAt(), report.id()));
    }
}
