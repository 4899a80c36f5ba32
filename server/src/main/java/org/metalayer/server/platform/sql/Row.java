package org.metalayer.server.platform.sql;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The present row of a result. A column that may be null is read by a method that says so. */
public final class Row {

    private final ResultSet result;

    Row(ResultSet result) {
        this.result = result;
    }

    public String text(String column) throws SQLException {
        return required(column, result.getString(column));
    }

    public Optional<String> optionalText(String column) throws SQLException {
        return Optional.ofNullable(result.getString(column));
    }

    public UUID uuid(String column) throws SQLException {
        return required(column, result.getObject(column, UUID.class));
    }

    public Optional<UUID> optionalUuid(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, UUID.class));
    }

    public int integer(String column) throws SQLException {
        return required(column, result.getObject(column, Integer.class));
    }

    public Optional<Integer> optionalInteger(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, Integer.class));
    }

    public long number(String column) throws SQLException {
        return required(column, result.getObject(column, Long.class));
    }

    public double real(String column) throws SQLException {
        return required(column, result.getObject(column, Double.class));
    }

    public boolean bool(String column) throws SQLException {
        return required(column, result.getObject(column, Boolean.class));
    }

    public byte[] bytes(String column) throws SQLException {
        return required(column, result.getBytes(column));
    }

    public Instant instant(String column) throws SQLException {
        return required(column, result.getObject(column, OffsetDateTime.class)).toInstant();
    }

    public Optional<Instant> optionalInstant(String column) throws SQLException {
        return Optional.ofNullable(result.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    public List<String> texts(String column) throws SQLException {
        return List.of((String[]) array(column));
    }

    public List<UUID> uuids(String column) throws SQLException {
        return List.of((UUID[]) array(column));
    }

    private Object array(String column) throws SQLException {
        Array array = required(column, result.getArray(column));
        return array.getArray();
    }

    private static <T> T required(String column, @Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("column " + column + " is null");
        }
        return value;
    }
}
