package org.metalayer.server.platform;

import java.sql.SQLException;

/** Why a database did not do what it was asked, however deep in an exception that is said. */
public enum DatabaseFailure {
    /** A unique constraint stood in the way. */
    DUPLICATE,
    /** The database has no space left to write. */
    DISK_FULL,
    /** The database could not be reached, as when it restarts. */
    UNREACHABLE,
    /** Something else, or the database has no part in it. */
    OTHER;

    private static final String UNIQUE_VIOLATION = "23505";
    private static final String NO_SPACE = "53100";
    private static final String CONNECTION = "08";
    private static final String SHUTTING_DOWN = "57P0";

    public static DatabaseFailure of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException said) {
                return of(said);
            }
        }
        return OTHER;
    }

    private static DatabaseFailure of(SQLException said) {
        String state = said.getSQLState();
        // The pool says nothing at all when it has no connection left.
        if (state == null || state.startsWith(CONNECTION) || state.startsWith(SHUTTING_DOWN)) {
            return UNREACHABLE;
        }
        return switch (state) {
            case UNIQUE_VIOLATION -> DUPLICATE;
            case NO_SPACE -> DISK_FULL;
            default -> OTHER;
        };
    }
}
