package org.metalayer.server.platform;

import java.sql.SQLException;

/** A statement failed; {@link DatabaseFailure} tells why. */
public final class SqlException extends RuntimeException {

    SqlException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
