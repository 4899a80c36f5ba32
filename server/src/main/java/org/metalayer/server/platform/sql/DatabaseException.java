package org.metalayer.server.platform.sql;

import java.sql.SQLException;

/** A statement failed. */
public final class DatabaseException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final String UNIQUE_VIOLATION = "23505";
    private static final String DISK_FULL = "53100";

    private final String state;

    DatabaseException(SQLException cause) {
        super(cause.getMessage(), cause);
        this.state = String.valueOf(cause.getSQLState());
    }

    /** Whether another row with the same key was there first. */
    public boolean isDuplicate() {
        return state.equals(UNIQUE_VIOLATION);
    }

    /** Whether the database has no room left on its disk. */
    public boolean isDiskFull() {
        return state.equals(DISK_FULL);
    }
}
