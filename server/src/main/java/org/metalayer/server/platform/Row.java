package org.metalayer.server.platform;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a result, read by column name with the types the schema uses. */
public final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public UUID uuid(String column) throws SQLException {
        return require(column, optionalUuid(column));
    }

    public @Nullable UUID optionalUuid(String column) throws SQLException {
        return rows.getObject(column, UUID.class);
    }

    public String text(String column) throws SQLException {
        return require(column, optionalText(column));
    }

    public @Nullable String optionalText(String column) throws SQLException {
        return rows.getString(column);
    }

    public Instant instant(String column) throws SQLException {
        return require(column, optionalInstant(column));
    }

    public @Nullable Instant optionalInstant(String column) throws SQLException {
        OffsetDateTime time = rows.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    public byte[] bytes(String column) throws SQLException {
        return require(column, optionalBytes(column));
    }

    public byte @Nullable [] optionalBytes(String column) throws SQLException {
        return rows.getBytes(column);
    }

    public boolean flag(String column) throws SQLException {
        return rows.getBoolean(column);
    }

    public int integer(String column) throws SQLException {
        return rows.getInt(column);
    }

    public @Nullable Integer optionalInteger(String column) throws SQLException {
        return rows.getObject(column, Integer.class);
    }

    public long number(String column) throws SQLException {
        return rows.getLong(column);
    }

    /** A ratio or another number with a fraction. */
    public double real(String column) throws SQLException {
        return rows.getDouble(column);
    }

    /** An array of text. */
    public List<String> texts(String column) throws SQLException {
        return List.of((String[]) array(column));
    }

    /** An array of ids. */
    public List<UUID> uuids(String column) throws SQLException {
        return List.of((UUID[]) array(column));
    }

    long number(int column) throws SQLException {
        return rows.getLong(column);
    }

    private Object array(String column) throws SQLException {
        return require(column, rows.getArray(column)).getArray();
    }

    private static <T> T require(String column, @Nullable T value) {
        return Objects.requireNonNull(value, () -> "column " + column + " is null");
    }
}
