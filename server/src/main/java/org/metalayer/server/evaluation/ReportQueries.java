package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.server.platform.Sql;

/** Claims reports and counts them, each in one statement. */
@ApplicationScoped
class ReportQueries {

    /**
     * A report whose evaluation is the caller's.
     *
     * @param attempts how often it was begun, this time included
     * @param lastError why it failed before
     */
    record Claimed(UUID id, int attempts, Optional<String> lastError) {}

    @Inject Sql sql;

    /**
     * Takes the report that is due longest and leases it to the caller; nobody else takes it before
     * the lease ends.
     */
    Optional<Claimed> claim(Instant now, Duration lease) {
        return sql.first(
                """
                UPDATE upgrade_report SET attempts = attempts + 1, not_before = ?
                WHERE id = (SELECT id FROM upgrade_report WHERE state = 'pending' AND not_before <= ?
                            ORDER BY not_before FOR UPDATE SKIP LOCKED LIMIT 1)
                RETURNING id, attempts, last_error\
                """,
                row ->
                        new Claimed(
                                row.uuid("id"),
                                row.integer("attempts"),
                                Optional.ofNullable(row.optionalText("last_error"))),
                now.plus(lease),
                now);
    }

    Map<UUID, Reports.Given> givenBy(Collection<UUID> stickIds) {
        Map<UUID, Reports.Given> given = new HashMap<>();
        sql.list(
                """
                SELECT stick_id, count(*) AS reports, count(release_id) AS released
                FROM upgrade_report WHERE stick_id = ANY(?::uuid[]) GROUP BY stick_id\
                """,
                row ->
                        given.put(
                                row.uuid("stick_id"),
                                new Reports.Given(row.number("reports"), row.number("released"))),
                stickIds);
        return given;
    }
}
