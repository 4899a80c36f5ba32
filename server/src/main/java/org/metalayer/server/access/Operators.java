package org.metalayer.server.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Sql;

/** The operators and their passwords. */
@ApplicationScoped
public class Operators {

    /** Deriving a key keeps a core busy for a good part of a second; logins must not take all. */
    private static final int DERIVING_AT_ONCE = 2;

    @Inject Sql sql;
    @Inject SecureRandom random;
    @Inject InstantSource clock;

    private final Semaphore deriving = new Semaphore(DERIVING_AT_ONCE, true);

    /** Adds an operator, or answers nothing where the name is taken. */
    public Optional<Operator> add(String username, OperatorRole role, String password) {
        Operator operator = new Operator(UUID.randomUUID(), username, role);
        int added =
                sql.update(
                        """
                        INSERT INTO operator (id, username, password_hash, role, created_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT (username) DO NOTHING\
                        """,
                        operator.id(),
                        username,
                        PasswordHash.of(password, random).text(),
                        role.text(),
                        clock.instant());
        return added == 1 ? Optional.of(operator) : Optional.empty();
    }

    Optional<Operator> byUsername(String username) {
        return sql.first("SELECT * FROM operator WHERE username = ?", Operators::read, username);
    }

    boolean isEmpty() {
        return sql.number("SELECT count(*) FROM operator") == 0;
    }

    /**
     * The operator, if the password is theirs. An unknown name takes as long as a wrong password.
     */
    Optional<Operator> authenticate(String username, String password) {
        Optional<PasswordHash> hash =
                sql.first(
                        "SELECT password_hash FROM operator WHERE username = ?",
                        row -> new PasswordHash(row.text("password_hash")),
                        username);
        deriving.acquireUninterruptibly();
        try {
            if (hash.isEmpty()) {
                PasswordHash.of(password, random);
                return Optional.empty();
            }
            return hash.get().matches(password) ? byUsername(username) : Optional.empty();
        } finally {
            deriving.release();
        }
    }

    static Operator read(Row row) throws SQLException {
        return new Operator(
                row.uuid("id"), row.text("username"), OperatorRole.of(row.text("role")));
    }
}
