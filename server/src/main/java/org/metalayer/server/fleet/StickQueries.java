package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.metalayer.protocol.ComponentName;
import org.metalayer.server.platform.Sql;

/** Reads many sticks at once, with what check-ins say of them. */
@ApplicationScoped
class StickQueries {

    @Inject Sql sql;

    /** When sticks were last seen; those that never were are left out. */
    Map<UUID, Instant> lastSeen(Collection<UUID> ids) {
        Map<UUID, Instant> seen = new HashMap<>();
        sql.list(
                """
                SELECT stick_id, last_seen_at FROM presence
                WHERE stick_id = ANY (?) AND last_seen_at IS NOT NULL\
                """,
                row -> seen.put(row.uuid("stick_id"), row.instant("last_seen_at")),
                (Object) array(ids));
        return seen;
    }

    long countSeenSince(Instant since) {
        return sql.number(
                """
                SELECT count(*) FROM presence p JOIN stick s ON s.id = p.stick_id
                WHERE s.state = 'ACCEPTED' AND p.last_seen_at >= ?\
                """,
                since);
    }

    /** How many accepted sticks run a release of it; what a stick made up is not counted. */
    long countWith(ComponentName component) {
        return sql.number(
                """
                SELECT count(*) FROM installed i
                JOIN stick s ON s.id = i.stick_id
                JOIN release r ON r.id = i.release_id
                  AND r.component = i.component AND r.version = i.version
                WHERE s.state = 'ACCEPTED' AND i.component = ?\
                """,
                component.value());
    }

    Map<UUID, List<InstalledComponent>> installed(Collection<UUID> ids) {
        record Line(UUID stickId, InstalledComponent component) {}
        return sql
                .list(
                        """
                        SELECT stick_id, component, version, release_id, local_changes
                        FROM installed WHERE stick_id = ANY (?) ORDER BY component\
                        """,
                        row ->
                                new Line(
                                        row.uuid("stick_id"),
                                        new InstalledComponent(
                                                row.text("component"),
                                                row.integer("version"),
                                                row.uuid("release_id"),
                                                row.integer("local_changes"))),
                        (Object) array(ids))
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Line::stickId,
                                HashMap::new,
                                Collectors.mapping(Line::component, Collectors.toList())));
    }

    /** The releases that accepted sticks said they run; by component, newest version first. */
    List<ReleaseShare> releaseShares() {
        return sql.list(
                """
                SELECT r.component, r.version, count(*) AS sticks
                FROM installed i JOIN stick s ON s.id = i.stick_id
                JOIN release r ON r.id = i.release_id
                  AND r.component = i.component AND r.version = i.version
                WHERE s.state = 'ACCEPTED'
                GROUP BY r.component, r.version ORDER BY r.component, r.version DESC\
                """,
                row ->
                        new ReleaseShare(
                                row.text("component"),
                                row.integer("version"),
                                row.number("sticks")));
    }

    private static UUID[] array(Collection<UUID> ids) {
        return ids.toArray(UUID[]::new);
    }
}
