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
import org.jspecify.annotations.Nullable;
import org.metalayer.server.platform.Cursor;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.Sql;

/** Reads many sticks at once. */
@ApplicationScoped
class StickQueries {

    private static final String SUMMARY =
            "SELECT "
                    + StickSummary.COLUMNS
                    + " FROM stick s JOIN presence p ON p.stick_id = s.id ";

    /** Nulls stand for "any". */
    private static final String MATCHING =
            """
            WHERE (?::text IS NULL OR s.state = ?)
              AND (?::text IS NULL OR s.module_id ILIKE ? OR s.module_name ILIKE ?)\
            """;

    @Inject Sql sql;

    /** A stick and when it was last seen. */
    record Seen(Stick stick, @Nullable Instant lastSeenAt) {}

    List<StickSummary> eligible() {
        return sql.list(SUMMARY + "WHERE s.state = 'ACCEPTED' ORDER BY s.id", StickSummary::read);
    }

    List<StickSummary> testSticks() {
        return sql.list(
                SUMMARY + "WHERE s.test_stick AND s.state = 'ACCEPTED' ORDER BY s.module_id",
                StickSummary::read);
    }

    List<StickSummary> summaries(Collection<UUID> ids) {
        return sql.list(SUMMARY + "WHERE s.id = ANY (?)", StickSummary::read, (Object) array(ids));
    }

    /** Newest first. */
    Page<Seen> page(StickFilter filter, PageRequest request) {
        @Nullable Object[] wanted = {
            filter.stateName(),
            filter.stateName(),
            filter.pattern(),
            filter.pattern(),
            filter.pattern()
        };
        long total = sql.number("SELECT count(*) FROM stick s " + MATCHING, wanted);
        return Page.of(
                rows(filter, request),
                request,
                seen -> new Cursor(seen.stick().enrolledAt(), seen.stick().id()),
                total);
    }

    private List<Seen> rows(StickFilter filter, PageRequest request) {
        Cursor after = request.after();
        return sql.list(
                "SELECT s.*, p.last_seen_at FROM stick s JOIN presence p ON p.stick_id = s.id "
                        + MATCHING
                        + """
                          AND (?::timestamptz IS NULL OR (s.enrolled_at, s.id) < (?, ?))
                        ORDER BY s.enrolled_at DESC, s.id DESC LIMIT ?\
                        """,
                row -> new Seen(StickRepository.read(row), row.optionalInstant("last_seen_at")),
                filter.stateName(),
                filter.stateName(),
                filter.pattern(),
                filter.pattern(),
                filter.pattern(),
                after == null ? null : after.at(),
                after == null ? null : after.at(),
                after == null ? null : after.id(),
                request.limit() + 1);
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

    /** What the accepted sticks said they run; by component, newest version first. */
    List<ReleaseShare> releaseShares() {
        return sql.list(
                """
                SELECT i.component, i.version, count(*) AS sticks
                FROM installed i JOIN stick s ON s.id = i.stick_id
                WHERE s.state = 'ACCEPTED'
                GROUP BY i.component, i.version ORDER BY i.component, i.version DESC\
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
