package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.Sql;

/** Every deployment manifest that was signed. */
@ApplicationScoped
class ManifestRepository {

    /** Where the newest one stands. */
    record Newest(long sequence, Sha256 content) {}

    @Inject Sql sql;

    /** One at a time signs, so that sequences have no gaps and no two histories arise. */
    void lock() {
        sql.first(
                "SELECT pg_advisory_xact_lock(hashtextextended('deployment manifest', 0))::text",
                row -> true);
    }

    Optional<Newest> newest() {
        return sql.first(
                """
                SELECT sequence, content_sha256 FROM deployment_manifest
                ORDER BY sequence DESC LIMIT 1\
                """,
                row -> new Newest(row.number("sequence"), new Sha256(row.text("content_sha256"))));
    }

    /** The newest one, if it is newer than {@code sequence}. */
    Optional<ServedManifest> newerThan(long sequence) {
        return sql.first(
                """
                SELECT sequence, envelope FROM deployment_manifest
                WHERE sequence > ? ORDER BY sequence DESC LIMIT 1\
                """,
                row -> new ServedManifest(row.number("sequence"), row.bytes("envelope")),
                sequence);
    }

    void insert(long sequence, Sha256 content, byte[] envelope, Instant now) {
        sql.update(
                """
                INSERT INTO deployment_manifest (sequence, content_sha256, envelope, issued_at)
                VALUES (?, ?, ?, ?)\
                """,
                sequence,
                content.hex(),
                envelope,
                now);
    }
}
