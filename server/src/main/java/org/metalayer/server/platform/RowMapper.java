package org.metalayer.server.platform;

import java.sql.SQLException;

/** Makes a value of one row of a result. */
@FunctionalInterface
public interface RowMapper<T> {

    T read(Row row) throws SQLException;
}
