package org.metalayer.server.platform.persistence;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.TypedQuery;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.platform.Cursor;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;

/**
 * Lists entities newest first, page by page. Conditions and attribute names are constants of the
 * code; what callers wish for is bound.
 */
public final class NewestFirst<E> {

    private final PanacheRepositoryBase<E, UUID> repository;
    private final String entity;
    private final String time;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();

    private NewestFirst(PanacheRepositoryBase<E, UUID> repository, Class<E> entity, String time) {
        this.repository = repository;
        this.entity = entity.getSimpleName();
        this.time = time;
    }

    /** All entities, ordered by the attribute {@code time} and then by {@code id}. */
    public static <E> NewestFirst<E> by(
            String time, Class<E> entity, PanacheRepositoryBase<E, UUID> repository) {
        return new NewestFirst<>(repository, entity, time);
    }

    /** Only those whose attribute has this value; null stands for any. */
    public NewestFirst<E> where(String attribute, @Nullable Object value) {
        return matching("%1$s = :%1$s".formatted(attribute), attribute, value);
    }

    /** Only those that fulfil {@code condition} with its parameter; null stands for any. */
    public NewestFirst<E> matching(String condition, String parameter, @Nullable Object value) {
        if (value != null) {
            conditions.add(condition);
            values.put(parameter, value);
        }
        return this;
    }

    /** The page asked for; {@code cursor} says where an item stands in the list. */
    public <V> Page<V> page(PageRequest request, Function<E, V> view, Function<V, Cursor> cursor) {
        long total = count();
        Cursor after = request.after();
        if (after != null) {
            conditions.add("(%s, id) < (:afterTime, :afterId)".formatted(time));
            values.put("afterTime", after.at());
            values.put("afterId", after.id());
        }
        List<V> found =
                repository
                        .find(query() + " order by %s desc, id desc".formatted(time), values)
                        .page(0, request.limit() + 1)
                        .list()
                        .stream()
                        .map(view)
                        .toList();
        return Page.of(found, request, cursor, total);
    }

    /** Counting everything would make a page of a large fleet as slow as the fleet is large. */
    private long count() {
        String counted =
                "select id as id from %s where %s order by %s desc, id desc limit %d"
                        .formatted(entity, query(), time, Page.MOST_COUNTED);
        TypedQuery<Long> count =
                repository
                        .getEntityManager()
                        .createQuery("select count(*) from (" + counted + ") found", Long.class);
        values.forEach(count::setParameter);
        return count.getSingleResult();
    }

    private String query() {
        return conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    }
}
