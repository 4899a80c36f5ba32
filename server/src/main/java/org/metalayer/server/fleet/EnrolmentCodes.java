package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.metalayer.server.platform.Cursor;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Secrets;
import org.metalayer.server.platform.Sql;

/** Codes that operators hand out, or bake into an image, so that sticks are accepted at once. */
@ApplicationScoped
public class EnrolmentCodes {

    private static final String PREFIX = "mlc_";

    @Inject Sql sql;
    @Inject Secrets secrets;
    @Inject InstantSource clock;

    /** A code with its secret, which is never to be seen again. */
    public record Created(EnrolmentCode code, String secret) {}

    public Created create(String note, int uses, Duration lifetime, String createdBy) {
        Instant now = clock.instant();
        EnrolmentCode code =
                new EnrolmentCode(
                        UUID.randomUUID(), note, uses, 0, now, createdBy, now.plus(lifetime));
        String secret = secrets.next(PREFIX);
        sql.update(
                """
                INSERT INTO enrolment_code
                  (id, note, code_sha256, uses, used, created_at, created_by, expires_at)
                VALUES (?, ?, ?, ?, 0, ?, ?, ?)\
                """,
                code.id(),
                note,
                Secrets.digest(secret),
                uses,
                now,
                createdBy,
                code.expiresAt());
        return new Created(code, secret);
    }

    /** Newest first; also those that are used up or expired. */
    public Page<EnrolmentCode> page(PageRequest request) {
        Cursor after = request.after();
        List<EnrolmentCode> found =
                sql.list(
                        """
                        SELECT * FROM enrolment_code
                        WHERE ?::timestamptz IS NULL OR (created_at, id) < (?, ?)
                        ORDER BY created_at DESC, id DESC LIMIT ?\
                        """,
                        EnrolmentCodes::read,
                        after == null ? null : after.at(),
                        after == null ? null : after.at(),
                        after == null ? null : after.id(),
                        request.limit() + 1);
        return Page.of(
                found,
                request,
                code -> new Cursor(code.createdAt(), code.id()),
                sql.number("SELECT count(*) FROM enrolment_code"));
    }

    public void revoke(UUID id) {
        if (sql.update("DELETE FROM enrolment_code WHERE id = ?", id) == 0) {
            throw new NoSuchElementException("enrolment code " + id);
        }
    }

    /**
     * Takes one use, if there is one left: never more of them than there are, whoever else asks.
     */
    boolean consume(String secret) {
        return sql.update(
                        """
                        UPDATE enrolment_code SET used = used + 1
                        WHERE code_sha256 = ? AND used < uses AND expires_at > ?\
                        """,
                        Secrets.digest(secret),
                        clock.instant())
                == 1;
    }

    private static EnrolmentCode read(Row row) throws SQLException {
        return new EnrolmentCode(
                row.uuid("id"),
                row.text("note"),
                row.integer("uses"),
                row.integer("used"),
                row.instant("created_at"),
                row.text("created_by"),
                row.instant("expires_at"));
    }
}
