package org.metalayer.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.metalayer.server.platform.Secrets;
import org.metalayer.server.platform.Sql;

/** Logins of operators at the dashboard. A session ends when unused, and in any case some day. */
@ApplicationScoped
public class OperatorSessions {

    private static final Duration LONGEST_UNUSED = Duration.ofHours(12);
    private static final Duration LONGEST = Duration.ofDays(7);

    /** How precisely use is recorded: a write for every request would be wasted. */
    private static final Duration RECORDED_EVERY = Duration.ofMinutes(5);

    @Inject Sql sql;
    @Inject Secrets secrets;
    @Inject InstantSource clock;

    /** A new session's token, which goes into the cookie. Forgets sessions that have ended. */
    public String open(Operator operator) {
        Instant now = clock.instant();
        sql.update(
                "DELETE FROM operator_session WHERE used_at < ? OR created_at < ?",
                now.minus(LONGEST_UNUSED),
                now.minus(LONGEST));
        String token = secrets.next("");
        sql.update(
                """
                INSERT INTO operator_session (token_sha256, operator_id, created_at, used_at)
                VALUES (?, ?, ?, ?)\
                """,
                Secrets.digest(token),
                operator.id(),
                now,
                now);
        return token;
    }

    /** Who a token belongs to while its session lasts; counts as use. */
    public Optional<OperatorPrincipal> find(String token) {
        Instant now = clock.instant();
        byte[] digest = Secrets.digest(token);
        Optional<OperatorPrincipal> found =
                sql.first(
                        """
                        SELECT o.*, s.created_at AS opened_at
                        FROM operator_session s JOIN operator o ON o.id = s.operator_id
                        WHERE s.token_sha256 = ? AND s.used_at > ? AND s.created_at > ?\
                        """,
                        row ->
                                new OperatorPrincipal(
                                        Operators.read(row), expiry(now, row.instant("opened_at"))),
                        digest,
                        now.minus(LONGEST_UNUSED),
                        now.minus(LONGEST));
        if (found.isPresent()) {
            sql.update(
                    "UPDATE operator_session SET used_at = ? WHERE token_sha256 = ? AND used_at <"
                            + " ?",
                    now,
                    digest,
                    now.minus(RECORDED_EVERY));
        }
        return found;
    }

    public void close(String token) {
        sql.update("DELETE FROM operator_session WHERE token_sha256 = ?", Secrets.digest(token));
    }

    /** When the session ends if it is not used again. */
    static Instant expiry(Instant usedAt, Instant openedAt) {
        Instant unused = usedAt.plus(LONGEST_UNUSED);
        Instant longest = openedAt.plus(LONGEST);
        return unused.isBefore(longest) ? unused : longest;
    }
}
