package org.metalayer.server.platform;

import java.sql.SQLException;
import java.util.Objects;

/** The database refused a statement or could not be reached. */
public final class SqlException extends RuntimeException {

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DISK_FULL = "53100";

    /** No connection. The pool says nothing at all when it has none left. */
    private static final String CONNECTION = "08";

    private static final String SHUTTING_DOWN = "57P0";

    private final String state;

    SqlException(SQLException cause) {
        super(cause.getMessage(), cause);
        this.state = Objects.requireNonNullElse(cause.getSQLState(), CONNECTION);
    }

    /** Whether a unique constraint stood in the way. */
    public boolean isDuplicate() {
        return state.equals(UNIQUE_VIOLATION);
    }

    /** Whether the database has no space left to write. */
    public boolean isDiskFull() {
        return state.equals(DISK_FULL);
    }

    /** Whether the database could not be reached, as when it restarts. */
    public boolean isUnreachable() {
        return state.startsWith(CONNECTION) || state.startsWith(SHUTTING_DOWN);
    }
}
