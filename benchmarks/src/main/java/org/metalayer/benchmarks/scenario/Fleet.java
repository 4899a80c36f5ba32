package org.metalayer.benchmarks.scenario;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.metalayer.benchmarks.system.Database;
import org.metalayer.benchmarks.wire.Stick;
import org.metalayer.protocol.key.SigningKey;

/** Accepted sticks with real keys, put into the database without knocking one by one. */
public record Fleet(List<Stick> sticks) {
    private static final int BATCH = 10_000;

    private static final String ENROL =
            """
            WITH fresh AS (
              INSERT INTO stick (id, module_id, module_name, public_key, key_id, state,
                test_stick, hardware_class, agent_version, usb, enrolled_at, changed_at)
              SELECT id, module_id, module_name, public_key, key_id, 'ACCEPTED',
                false, 'linux-amd64', ?,
                jsonb_build_object('vendor_id', '0951', 'product_id', '1666',
                  'bcd_device', '0110', 'manufacturer', 'Kingston', 'product', 'DataTraveler',
                  'serial', module_id, 'virtual', true),
                now() - random() * interval '30 days', now()
              FROM unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[])
                AS given (id, module_id, module_name, public_key, key_id)
              RETURNING id)
            INSERT INTO presence (stick_id, last_seen_at)
            SELECT id, now() - random() * interval '5 minutes' FROM fresh\
            """;

    public Fleet {
        sticks = List.copyOf(sticks);
    }

    /** Makes sticks and enrols them; leaves the database as calm as before. */
    public static Fleet enrol(Database database, int size) throws IOException {
        SecureRandom random = new SecureRandom();
        List<Stick> sticks =
                IntStream.range(0, size)
                        .parallel()
                        .mapToObj(n -> new Stick(id(n), "bench_" + n, SigningKey.generate(random)))
                        .toList();
        try (Connection connection = database.connect()) {
            for (int from = 0; from < size; from += BATCH) {
                insert(connection, sticks.subList(from, Math.min(size, from + BATCH)));
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("VACUUM (ANALYZE) stick, presence");
                statement.execute("CHECKPOINT");
            }
        } catch (SQLException e) {
            throw new IOException("the sticks could not be enrolled", e);
        }
        return new Fleet(sticks);
    }

    /** Evenly chosen ones, at most {@code most}. */
    public List<Stick> sample(int most) {
        int step = step(most);
        return IntStream.iterate(0, n -> n < sticks.size(), n -> n + step)
                .mapToObj(sticks::get)
                .toList();
    }

    /** A pgbench script that sets {@code id} to that of one of {@link #sample}, drawn evenly. */
    public String pgbenchDraw(int most) {
        int step = step(most);
        int last = (sticks.size() - 1) / step;
        return "\\set n random(0, %d) * %d%n".formatted(last, step);
    }

    /** The id of stick {@code :n} as an expression that PostgreSQL computes. */
    public static final String PGBENCH_ID = "md5('stick ' || :n)::uuid";

    /** The same in Java. */
    static UUID id(int n) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(
                            MessageDigest.getInstance("MD5")
                                    .digest(("stick " + n).getBytes(StandardCharsets.US_ASCII)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has MD5", e);
        }
    }

    private int step(int most) {
        return Math.max(1, sticks.size() / most);
    }

    private static void insert(Connection connection, List<Stick> sticks) throws SQLException {
        try (PreparedStatement enrol = connection.prepareStatement(ENROL)) {
            enrol.setString(1, Stick.AGENT_VERSION);
            enrol.setArray(
                    2,
                    connection.createArrayOf(
                            "uuid", sticks.stream().map(Stick::id).toArray(UUID[]::new)));
            enrol.setArray(3, texts(connection, sticks, Stick::moduleId));
            enrol.setArray(4, texts(connection, sticks, Stick::moduleName));
            enrol.setArray(5, texts(connection, sticks, stick -> stick.key().publicKey().base64()));
            enrol.setArray(6, texts(connection, sticks, stick -> stick.key().publicKey().keyId()));
            enrol.executeUpdate();
        }
    }

    private static java.sql.Array texts(
            Connection connection, List<Stick> sticks, Function<Stick, String> text)
            throws SQLException {
        return connection.createArrayOf("text", sticks.stream().map(text).toArray(String[]::new));
    }
}
