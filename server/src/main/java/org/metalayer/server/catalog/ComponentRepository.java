package org.metalayer.server.catalog;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ComponentRepository implements PanacheRepositoryBase<ComponentEntity, String> {

    /** In the order of their names, one more than {@code limit} where there are more. */
    List<ComponentEntity> page(int limit, @Nullable String after) {
        return find("name > ?1 order by name", after == null ? "" : after)
                .page(0, limit + 1)
                .list();
    }
}
