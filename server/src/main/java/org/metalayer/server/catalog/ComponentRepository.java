package org.metalayer.server.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.ComponentName;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Sql;

/** Components in SQL. */
@ApplicationScoped
class ComponentRepository {

    private record Named(String name, String title, int releaseCount) {
        static Named read(Row row) throws SQLException {
            return new Named(row.text("name"), row.text("title"), row.integer("release_count"));
        }
    }

    private record Counted(String component, Component.Contribution contribution) {}

    @Inject Sql sql;
    @Inject ReleaseRepository releases;
    @Inject InstantSource clock;

    /** The next version of a component; the row stays locked, so that versions have no gaps. */
    int nextVersion(ComponentName name, String title) {
        return sql.first(
                        """
                        INSERT INTO component (name, title, release_count, created_at) VALUES (?, ?, 1, ?)
                        ON CONFLICT (name) DO UPDATE
                        SET release_count = component.release_count + 1, title = excluded.title
                        RETURNING release_count\
                        """,
                        row -> row.integer("release_count"),
                        name.value(),
                        title,
                        clock.instant())
                .orElseThrow();
    }

    List<Component> find(Collection<String> names) {
        return complete(
                sql.list(
                        "SELECT name, title, release_count FROM component WHERE name ="
                                + " ANY(?::text[])",
                        Named::read,
                        names));
    }

    /** In the order of their names, one more than {@code limit} where there are more. */
    List<Component> page(int limit, @Nullable String after) {
        return complete(
                sql.list(
                        """
                        SELECT name, title, release_count FROM component
                        WHERE (?::text IS NULL OR name > ?) ORDER BY name LIMIT ?\
                        """,
                        Named::read,
                        after,
                        after,
                        limit + 1));
    }

    long count() {
        return sql.number("SELECT count(*) FROM component");
    }

    private List<Component> complete(List<Named> found) {
        List<String> names = found.stream().map(Named::name).toList();
        Map<String, Release> heads =
                releases.heads(names).stream()
                        .collect(
                                Collectors.toMap(
                                        head -> head.component().value(), Function.identity()));
        Map<String, List<Component.Contribution>> contributors = contributors(names);
        return found.stream()
                .map(each ->
                        new Component(
                                new ComponentName(each.name()),
                                each.title(),
                                Optional.ofNullable(heads.get(each.name())),
                                each.releaseCount(),
                                contributors.getOrDefault(each.name(), List.of())))
                .toList();
    }

    private Map<String, List<Component.Contribution>> contributors(List<String> names) {
        return sql
                .list(
                        """
                        SELECT component, module_id, max(module_name) AS module_name, count(*) AS n
                        FROM release WHERE component = ANY(?::text[])
                        GROUP BY component, module_id ORDER BY n DESC, module_id\
                        """,
                        row ->
                                new Counted(
                                        row.text("component"),
                                        new Component.Contribution(
                                                row.text("module_id"),
                                                row.text("module_name"),
                                                row.number("n"))),
                        names)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Counted::component,
                                Collectors.mapping(Counted::contribution, Collectors.toList())));
    }
}
