package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.Contributor;
import org.metalayer.server.platform.Cursor;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Sql;

/** Upgrade reports in SQL; what the stick signed is only read where it is asked for. */
@ApplicationScoped
class ReportRepository {

    private static final String SELECT =
            """
            SELECT id, stick_id, module_id, module_name, component, type, description, features,
                   claims, parents, changes, file_count, total_bytes, payload_sha256, state,
                   received_at, attempts, release_id
            FROM upgrade_report
            """;

    @Inject Sql sql;

    /** Adds a report; false when its id was there before. */
    boolean insert(Report report, byte[] envelope) {
        return sql.update(
                        """
                        INSERT INTO upgrade_report (id, stick_id, module_id, module_name, component,
                            type, description, features, claims, parents, changes, file_count,
                            total_bytes, envelope, payload_sha256, state, received_at, not_before)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?::text[], ?::json, ?::uuid[], ?::json, ?, ?, ?,
                            ?, ?, ?, ?)
                        ON CONFLICT (id) DO NOTHING\
                        """,
                        report.id(),
                        report.stickId(),
                        report.contributor().moduleId().value(),
                        report.contributor().moduleName().value(),
                        report.component().value(),
                        report.type().wire(),
                        report.description(),
                        report.features(),
                        ReportJson.claims(report.claims()),
                        report.parents(),
                        ReportJson.changes(report.changes()),
                        report.fileCount(),
                        report.totalBytes(),
                        envelope,
                        report.payloadSha256().hex(),
                        report.state().wire(),
                        report.receivedAt(),
                        report.receivedAt())
                == 1;
    }

    /** Writes what a verb changed. */
    void saveState(Report report) {
        sql.update(
                "UPDATE upgrade_report SET state = ?, release_id = ? WHERE id = ?",
                report.state().wire(),
                report.releaseId().orElse(null),
                report.id());
    }

    Optional<Report> find(UUID id) {
        return sql.first(SELECT + "WHERE id = ?", ReportRepository::read, id);
    }

    /** Finds a report and keeps others from changing it until the transaction ends. */
    Optional<Report> lock(UUID id) {
        return sql.first(SELECT + "WHERE id = ? FOR UPDATE", ReportRepository::read, id);
    }

    byte[] envelope(UUID id) {
        return sql.first(
                        "SELECT envelope FROM upgrade_report WHERE id = ?",
                        row -> row.bytes("envelope"),
                        id)
                .orElseThrow();
    }

    /** Incomplete reports of a stick since {@code since}. */
    long incomplete(UUID stickId, Instant since) {
        return sql.number(
                """
                SELECT count(*) FROM upgrade_report
                WHERE stick_id = ? AND state = 'awaiting_files' AND received_at > ?\
                """,
                stickId,
                since);
    }

    /**
     * Takes the report that is due longest and leases it to the caller; nobody else takes it before
     * the lease ends.
     */
    Optional<Report> claim(Instant now, Duration lease) {
        return sql.first(
                """
                UPDATE upgrade_report SET attempts = attempts + 1, not_before = ?
                WHERE id = (SELECT id FROM upgrade_report WHERE state = 'pending' AND not_before <= ?
                            ORDER BY not_before FOR UPDATE SKIP LOCKED LIMIT 1)
                RETURNING *\
                """,
                ReportRepository::read,
                now.plus(lease),
                now);
    }

    /** Remembers why an evaluation failed and when to try again. */
    void postpone(UUID id, Instant until, String error) {
        sql.update(
                "UPDATE upgrade_report SET not_before = ?, last_error = ? WHERE id = ?",
                until,
                error,
                id);
    }

    Optional<String> lastError(UUID id) {
        return sql.first(
                "SELECT last_error FROM upgrade_report WHERE id = ? AND last_error IS NOT NULL",
                row -> row.text("last_error"),
                id);
    }

    /** One evaluation at a time per component, so that each sees the release of the one before. */
    void lockComponent(ComponentName component) {
        sql.first(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))::text AS locked",
                row -> true,
                "evaluation of " + component);
    }

    List<Report> page(@Nullable String state, @Nullable String component, PageRequest page) {
        @Nullable Cursor after = page.after();
        return sql.list(
                SELECT
                        + """
                        WHERE (?::text IS NULL OR state = ?) AND (?::text IS NULL OR component = ?)
                          AND (?::timestamptz IS NULL OR (received_at, id) < (?, ?::uuid))
                        ORDER BY received_at DESC, id DESC LIMIT ?\
                        """,
                ReportRepository::read,
                state,
                state,
                component,
                component,
                after == null ? null : after.at(),
                after == null ? null : after.at(),
                after == null ? null : after.id(),
                page.limit() + 1);
    }

    long count(@Nullable String state, @Nullable String component) {
        return sql.number(
                """
                SELECT count(*) FROM upgrade_report
                WHERE (?::text IS NULL OR state = ?) AND (?::text IS NULL OR component = ?)\
                """,
                state,
                state,
                component,
                component);
    }

    private static Report read(Row row) throws SQLException {
        return new Report(
                row.uuid("id"),
                row.uuid("stick_id"),
                new Contributor(
                        new ModuleId(row.text("module_id")),
                        new ModuleName(row.text("module_name"))),
                new ComponentName(row.text("component")),
                UpgradeType.parse(row.text("type")),
                row.text("description"),
                row.texts("features"),
                ReportJson.claims(row.text("claims")),
                row.uuids("parents"),
                ReportJson.changes(row.text("changes")),
                row.integer("file_count"),
                row.number("total_bytes"),
                new Sha256(row.text("payload_sha256")),
                ReportState.parse(row.text("state")),
                row.instant("received_at"),
                row.integer("attempts"),
                Optional.ofNullable(row.optionalUuid("release_id")));
    }
}
