package org.metalayer.server.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.ComponentName;
import org.metalayer.server.platform.Cursor;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.persistence.NewestFirst;

@ApplicationScoped
class ReleaseRepository implements PanacheRepositoryBase<ReleaseEntity, UUID> {

    @Transactional
    Optional<byte[]> document(UUID id) {
        return findByIdOptional(id).map(ReleaseEntity::document);
    }

    List<Release> find(Collection<UUID> ids) {
        return records("id in ?1", ids);
    }

    /** The newest release of each component that is not withdrawn. */
    List<Release> heads(Collection<String> components) {
        return records(
                """
                from ReleaseEntity r where r.withdrawn = false and r.component in ?1
                  and not exists (select 1 from ReleaseEntity newer
                    where newer.component = r.component and newer.version > r.version
                      and newer.withdrawn = false)\
                """,
                components);
    }

    List<Release> lineage(ComponentName component) {
        return records("component = ?1 order by version desc", component.value());
    }

    Page<Release> page(@Nullable String component, PageRequest request) {
        return NewestFirst.by("createdAt", ReleaseEntity.class, this)
                .where("component", component)
                .page(
                        request,
                        ReleaseEntity::toRecord,
                        release -> new Cursor(release.createdAt(), release.id()));
    }

    private List<Release> records(String query, Object value) {
        return list(query, value).stream().map(ReleaseEntity::toRecord).toList();
    }
}
