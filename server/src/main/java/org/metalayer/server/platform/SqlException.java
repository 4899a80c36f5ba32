package org.metalayer.server.platform;

import java.sql.SQLException;

/** The database refused a statement or could not be reached. */
public final class SqlException extends RuntimeException {

    private static final String UNIQUE_VIOLATION = "23505";

    private final String state;

    SqlException(SQLException cause) {
        super(cause.getMessage(), cause);
        this.state = String.valueOf(cause.getSQLState());
    }

    /** Whether a unique constraint stood in the way. */
    public boolean isDuplicate() {
        return state.equals(UNIQUE_VIOLATION);
    }
}
