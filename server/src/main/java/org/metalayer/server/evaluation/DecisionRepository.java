package org.metalayer.server.evaluation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.metalayer.server.platform.Cursor;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.persistence.NewestFirst;

@ApplicationScoped
class DecisionRepository implements PanacheRepositoryBase<DecisionEntity, UUID> {

    /** The newest decision of each report that has one. */
    Map<UUID, DecisionRecord> newest(Collection<UUID> reportIds) {
        return list(
                        """
                        from DecisionEntity d where d.reportId in ?1 and d.sequence =
                          (select max(n.sequence) from DecisionEntity n where n.reportId = d.reportId)\
                        """,
                        reportIds)
                .stream()
                .map(DecisionEntity::toRecord)
                .collect(Collectors.toMap(DecisionRecord::reportId, Function.identity()));
    }

    Page<DecisionRecord> page(PageRequest request) {
        return NewestFirst.by("decidedAt", DecisionEntity.class, this)
                .page(
                        request,
                        DecisionEntity::toRecord,
                        decision -> new Cursor(decision.decidedAt(), decision.id()));
    }
}
