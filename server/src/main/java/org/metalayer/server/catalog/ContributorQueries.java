package org.metalayer.server.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.metalayer.server.platform.Sql;

/** Who made a component what it is. */
@ApplicationScoped
class ContributorQueries {

    private record Counted(String component, Component.Contribution contribution) {}

    @Inject Sql sql;

    /** By component, most releases first. */
    Map<String, List<Component.Contribution>> of(Collection<String> components) {
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
                        components)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Counted::component,
                                Collectors.mapping(Counted::contribution, Collectors.toList())));
    }
}
