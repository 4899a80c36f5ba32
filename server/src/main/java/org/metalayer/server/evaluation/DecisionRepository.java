package org.metalayer.server.evaluation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
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

    /** The newest {@code most} decisions that no person took, since a moment; newest first. */
    List<DecisionRecord> byPolicy(Instant since, int most) {
        return find(
                        "decidedBy = ?1 and decidedAt >= ?2 order by decidedAt desc, id desc",
                        DecisionRecord.POLICY,
                        since)
                .page(0, most)
                .stream()
                .map(DecisionEntity::toRecord)
                .toList();
    }

    /** The next {@code most} of them after a place in the order in which they were taken. */
    List<DecisionEntity> byPolicy(Instant since, long after, int most) {
        return find(
                        "decidedBy = ?1 and decidedAt >= ?2 and sequence > ?3 order by sequence",
                        DecisionRecord.POLICY,
                        since,
                        after)
                .page(0, most)
                .list();
    }

    Page<DecisionRecord> page(PageRequest request) {
        return NewestFirst.by("decidedAt", DecisionEntity.class, this)
                .page(
                        request,
                        DecisionEntity::toRecord,
                        decision -> new Cursor(decision.decidedAt(), decision.id()));
    }
}
