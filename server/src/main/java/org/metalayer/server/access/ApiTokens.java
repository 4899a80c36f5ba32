package org.metalayer.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Secrets;
import org.metalayer.server.platform.Sql;

/** Bearer tokens {@code mlo_…} with which an operator's programs act for them. */
@ApplicationScoped
public class ApiTokens {

    public static final String PREFIX = "mlo_";

    @Inject Sql sql;
    @Inject Secrets secrets;
    @Inject InstantSource clock;

    /** A token with its secret, which is never to be seen again. */
    public record Created(ApiToken token, String secret) {}

    public Created create(Operator operator, String name, Duration lifetime) {
        Instant now = clock.instant();
        ApiToken token = new ApiToken(UUID.randomUUID(), name, now, now.plus(lifetime));
        String secret = secrets.next(PREFIX);
        sql.update(
                """
                INSERT INTO api_token (id, operator_id, name, token_sha256, created_at, expires_at)
                VALUES (?, ?, ?, ?, ?, ?)\
                """,
                token.id(),
                operator.id(),
                name,
                Secrets.digest(secret),
                token.createdAt(),
                token.expiresAt());
        return new Created(token, secret);
    }

    /** The operator's own tokens, newest first. */
    public List<ApiToken> of(Operator operator) {
        return sql.list(
                "SELECT * FROM api_token WHERE operator_id = ? ORDER BY created_at DESC, id",
                ApiTokens::read,
                operator.id());
    }

    public void revoke(Operator operator, UUID id) {
        int revoked =
                sql.update(
                        "DELETE FROM api_token WHERE id = ? AND operator_id = ?",
                        id,
                        operator.id());
        if (revoked == 0) {
            throw new NoSuchElementException("API token " + id);
        }
    }

    /** Who a secret belongs to, unless it has expired or was revoked. */
    public Optional<OperatorPrincipal> find(String secret) {
        return sql.first(
                """
                SELECT o.*, t.expires_at
                FROM api_token t JOIN operator o ON o.id = t.operator_id
                WHERE t.token_sha256 = ? AND t.expires_at > ?\
                """,
                row -> new OperatorPrincipal(Operators.read(row), row.instant("expires_at")),
                Secrets.digest(secret),
                clock.instant());
    }

    private static ApiToken read(Row row) throws SQLException {
        return new ApiToken(
                row.uuid("id"),
                row.text("name"),
                row.instant("created_at"),
                row.instant("expires_at"));
    }
}
