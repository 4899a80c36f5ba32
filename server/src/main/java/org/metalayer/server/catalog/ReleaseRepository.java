package org.metalayer.server.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.Contributor;
import org.metalayer.server.platform.Cursor;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Sql;

/** Releases in SQL; their signed bytes are only read where they are asked for. */
@ApplicationScoped
class ReleaseRepository {

    private static final String SELECT =
            """
            SELECT r.id, r.component, r.version, r.type, r.description, r.features, r.parents,
                   r.changed_paths, r.report_id, r.stick_id, r.module_id, r.module_name,
                   r.file_count, r.total_bytes, r.payload_sha256, r.signed_by, r.created_at,
                   w.release_id IS NOT NULL AS withdrawn
            FROM release r LEFT JOIN release_withdrawal w ON w.release_id = r.id
            """;

    @Inject Sql sql;

    void insert(Release release, byte[] envelope) {
        sql.update(
                """
                INSERT INTO release (id, component, version, type, description, features, parents,
                    changed_paths, report_id, stick_id, module_id, module_name, file_count,
                    total_bytes, payload_sha256, signed_by, envelope, created_at)
                VALUES (?, ?, ?, ?, ?, ?::text[], ?::uuid[], ?::text[], ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                release.id(),
                release.component().value(),
                release.version(),
                release.type().wire(),
                release.description(),
                release.features(),
                release.parents(),
                release.changedPaths().stream().map(RelativePath::value).toList(),
                release.reportId(),
                release.stickId(),
                release.contributor().moduleId().value(),
                release.contributor().moduleName().value(),
                release.fileCount(),
                release.totalBytes(),
                release.payloadSha256().hex(),
                release.signedBy(),
                envelope,
                release.createdAt());
    }

    Optional<byte[]> envelope(UUID id) {
        return sql.first(
                "SELECT envelope FROM release WHERE id = ?", row -> row.bytes("envelope"), id);
    }

    List<Release> find(Collection<UUID> ids) {
        return sql.list(SELECT + "WHERE r.id = ANY(?::uuid[])", this::read, ids);
    }

    List<Release> heads(Collection<String> components) {
        return sql.list(
                SELECT
                        + """
                        WHERE w.release_id IS NULL AND r.component = ANY(?::text[])
                          AND NOT EXISTS (
                            SELECT FROM release newer
                            LEFT JOIN release_withdrawal nw ON nw.release_id = newer.id
                            WHERE newer.component = r.component AND newer.version > r.version
                              AND nw.release_id IS NULL)\
                        """,
                this::read,
                components);
    }

    List<Release> lineage(ComponentName component) {
        return sql.list(
                SELECT + "WHERE r.component = ? ORDER BY r.version DESC",
                this::read,
                component.value());
    }

    List<Release> page(@Nullable String component, PageRequest page) {
        @Nullable Cursor after = page.after();
        return sql.list(
                SELECT
                        + """
                        WHERE (?::text IS NULL OR r.component = ?)
                          AND (?::timestamptz IS NULL OR (r.created_at, r.id) < (?, ?::uuid))
                        ORDER BY r.created_at DESC, r.id DESC LIMIT ?\
                        """,
                this::read,
                component,
                component,
                after == null ? null : after.at(),
                after == null ? null : after.at(),
                after == null ? null : after.id(),
                page.limit() + 1);
    }

    long count(@Nullable String component) {
        return sql.number(
                "SELECT count(*) FROM release WHERE (?::text IS NULL OR component = ?)",
                component,
                component);
    }

    Set<UUID> ids() {
        return new HashSet<>(sql.list("SELECT id FROM release", row -> row.uuid("id")));
    }

    private Release read(Row row) throws SQLException {
        return new Release(
                row.uuid("id"),
                new ComponentName(row.text("component")),
                row.integer("version"),
                UpgradeType.parse(row.text("type")),
                row.text("description"),
                row.texts("features"),
                row.uuids("parents"),
                row.texts("changed_paths").stream().map(RelativePath::new).toList(),
                row.uuid("report_id"),
                row.uuid("stick_id"),
                new Contributor(
                        new ModuleId(row.text("module_id")),
                        new ModuleName(row.text("module_name"))),
                row.integer("file_count"),
                row.number("total_bytes"),
                new Sha256(row.text("payload_sha256")),
                row.text("signed_by"),
                row.flag("withdrawn"),
                row.instant("created_at"));
    }
}
