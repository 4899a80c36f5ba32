package org.metalayer.server.platform.sql;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Binds Java values to the parameters of a statement. */
final class Parameters {

    private Parameters() {}

    static void bind(PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant ->
                    statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case Duration duration -> statement.setLong(index, duration.toSeconds());
            case Collection<?> items -> statement.setArray(index, array(statement, items));
            case byte[] bytes -> statement.setBytes(index, bytes);
            default -> statement.setObject(index, value);
        }
    }

    private static java.sql.Array array(PreparedStatement statement, Collection<?> items)
            throws SQLException {
        Object[] elements = items.toArray();
        String type =
                elements.length == 0
                        ? "text"
                        : switch (elements[0]) {
                            case String s -> "text";
                            case UUID id -> "uuid";
                            case Long n -> "int8";
                            case Integer n -> "int4";
                            default ->
                                    throw new IllegalArgumentException(
                                            "no SQL array of " + elements[0].getClass());
                        };
        return statement.getConnection().createArrayOf(type, elements);
    }
}
