package org.metalayer.server.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Runs single SQL statements, in the current transaction where there is one. Values are always
 * bound, never put into the text; a collection becomes an array of text.
 *
 * <p>A statement sees what entities of this transaction were changed to, but changes them only in
 * the database: load what a statement wrote after it, not before.
 */
@ApplicationScoped
public class Sql {

    @Inject DataSource dataSource;
    @Inject EntityManager entities;
    @Inject TransactionSynchronizationRegistry transaction;

    /** What a statement does with the rows it yields. */
    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /** Changes rows; answers how many. */
    public int update(String sql, @Nullable Object... values) {
        return run(sql, values, PreparedStatement::executeUpdate);
    }

    /** All rows, each read by {@code mapper}. */
    public <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        return run(
                sql,
                values,
                statement -> {
                    List<T> found = new ArrayList<>();
                    try (ResultSet rows = statement.executeQuery()) {
                        Row row = new Row(rows);
                        while (rows.next()) {
                            found.add(mapper.read(row));
                        }
                    }
                    return found;
                });
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        return list(sql, mapper, values).stream().findFirst();
    }

    /** A single number, such as a count. */
    public long number(String sql, @Nullable Object... values) {
        return first(sql, row -> row.number(1), values)
                .orElseThrow(() -> new NoSuchElementException("no row"));
    }

    private <T> T run(String sql, @Nullable Object[] values, Work<T> work) {
        if (transaction.getTransactionStatus() == Status.STATUS_ACTIVE) {
            entities.flush();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, bound(connection, values[i]));
            }
            return work.with(statement);
        } catch (SQLException e) {
            throw new SqlException(e);
        }
    }

    private static @Nullable Object bound(Connection connection, @Nullable Object value)
            throws SQLException {
        return switch (value) {
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Collection<?> items -> connection.createArrayOf("text", texts(items));
            case null, default -> value;
        };
    }

    /** A statement casts the array to the type it needs: {@code ?::uuid[]}. */
    private static Object[] texts(Collection<?> items) {
        return items.stream().map(Object::toString).toArray();
    }
}
