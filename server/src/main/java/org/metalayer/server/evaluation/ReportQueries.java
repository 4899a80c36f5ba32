package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.Sha256;
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

    /**
     * An attempt that something else ended.
     *
     * @param until when to try again
     */
    record Interrupted(UUID id, Instant until, String error) {}

    /** Undecided reports of a stick, and the sizes they announce. */
    record Open(long reports, long bytes) {}

    /** So that a large upload does not write its report's row for every part. */
    private static final Duration FED_STEP = Duration.ofHours(1);

    @Inject Sql sql;

    /**
     * Takes the report that is due longest and leases it to the caller; nobody else takes it before
     * the lease ends. What waits far longer than a lease was stamped by a clock that was ahead
     * then: it is due as well.
     */
    Optional<Claimed> claim(Instant now, Duration lease) {
        return sql.first(
                """
                UPDATE upgrade_report SET attempts = attempts + 1, not_before = ?
                WHERE id = (SELECT id FROM upgrade_report WHERE state = 'pending'
                              AND (not_before <= ? OR not_before > ?)
                            ORDER BY not_before FOR UPDATE SKIP LOCKED LIMIT 1)
                RETURNING id, attempts, last_error\
                """,
                row ->
                        new Claimed(
                                row.uuid("id"),
                                row.integer("attempts"),
                                Optional.ofNullable(row.optionalText("last_error"))),
                now.plus(lease),
                now,
                now.plus(lease.multipliedBy(2)));
    }

    /** Makes an attempt not count. */
    void giveBack(Interrupted attempt) {
        sql.update(
                """
                UPDATE upgrade_report SET attempts = attempts - 1, not_before = ?, last_error = ?
                WHERE id = ? AND state = 'pending' AND attempts > 0\
                """,
                attempt.until(),
                attempt.error(),
                attempt.id());
    }

    /** What a stick has under way. */
    Open open(UUID stickId) {
        return sql.first(
                        """
                        SELECT count(*) AS reports, coalesce(sum(total_bytes), 0)::bigint AS bytes
                        FROM upgrade_report WHERE stick_id = ?
                          AND state IN ('awaiting_files', 'pending', 'needs_human')\
                        """,
                        row -> new Open(row.number("reports"), row.number("bytes")),
                        stickId)
                .orElseThrow();
    }

    /** Reports of a stick whose files are not all here. */
    List<UUID> awaitingFiles(UUID stickId) {
        return sql.list(
                "SELECT id FROM upgrade_report WHERE stick_id = ? AND state = 'awaiting_files'",
                row -> row.uuid("id"),
                stickId);
    }

    /** The one among them that came as exactly these bytes. */
    Optional<UUID> awaitingFiles(UUID stickId, byte[] envelope) {
        return sql.first(
                """
                SELECT id FROM upgrade_report
                WHERE stick_id = ? AND state = 'awaiting_files' AND envelope = ?\
                """,
                row -> row.uuid("id"),
                stickId,
                envelope);
    }

    /** Remembers that bytes of files came which reports of a stick await; to the hour. */
    void fed(UUID stickId, Collection<Sha256> digests, Instant now) {
        sql.update(
                """
                UPDATE upgrade_report r SET fed_at = ?
                WHERE stick_id = ? AND state = 'awaiting_files' AND fed_at < ?
                  AND EXISTS (SELECT FROM artifact_hold h
                              WHERE h.holder = r.id AND h.sha256 = ANY(?::text[]))\
                """,
                now,
                stickId,
                now.minus(FED_STEP),
                digests.stream().map(Sha256::hex).toList());
    }

    /** Reports that await files and got no byte since. */
    List<UUID> unfedSince(Instant since) {
        return sql.list(
                "SELECT id FROM upgrade_report WHERE state = 'awaiting_files' AND fed_at < ?",
                row -> row.uuid("id"),
                since);
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
