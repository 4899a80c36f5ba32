package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.Sql;

/** Which files reports still await; sizes in bytes. */
@ApplicationScoped
class AwaitedFileQueries {

    @Inject Sql sql;

    void insert(UUID reportId, Collection<FileEntry> files) {
        sql.update(
                """
                INSERT INTO awaited_file (report_id, sha256, size)
                SELECT ?, sha256, size FROM unnest(?::text[], ?::bigint[]) AS awaited (sha256, size)
                ON CONFLICT DO NOTHING\
                """,
                reportId,
                files.stream().map(file -> file.sha256().hex()).toList(),
                files.stream().map(FileEntry::size).toList());
    }

    void delete(UUID reportId) {
        sql.update("DELETE FROM awaited_file WHERE report_id = ?", reportId);
    }

    /** What a report awaits and the store does not have. */
    List<Sha256> missing(UUID reportId) {
        return sql.list(
                """
                SELECT sha256 FROM awaited_file awaited WHERE report_id = ?
                  AND NOT EXISTS (SELECT FROM artifact WHERE artifact.sha256 = awaited.sha256)
                ORDER BY sha256\
                """,
                row -> new Sha256(row.text("sha256")),
                reportId);
    }

    /** What the incomplete reports of a stick declare for a file that they await. */
    Optional<Long> size(UUID stickId, Sha256 digest) {
        return sql.first(
                """
                SELECT f.size FROM awaited_file f
                JOIN upgrade_report r ON r.id = f.report_id
                WHERE r.stick_id = ? AND r.state = 'awaiting_files' AND f.sha256 = ?\
                """,
                row -> row.number("size"),
                stickId,
                digest.hex());
    }

    /** All that the incomplete reports of a stick await. */
    Map<Sha256, Long> awaitedOf(UUID stickId) {
        Map<Sha256, Long> awaited = new HashMap<>();
        sql.list(
                """
                SELECT f.sha256, f.size FROM awaited_file f
                JOIN upgrade_report r ON r.id = f.report_id
                WHERE r.stick_id = ? AND r.state = 'awaiting_files'\
                """,
                row -> awaited.put(new Sha256(row.text("sha256")), row.number("size")),
                stickId);
        return awaited;
    }
}
