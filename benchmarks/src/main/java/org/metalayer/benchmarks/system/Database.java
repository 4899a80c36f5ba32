package org.metalayer.benchmarks.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The embedded PostgreSQL of a Main System, as docs/benchmarks/README.md tells how to reach it.
 *
 * @param directory the {@code postgres} directory in the data directory
 */
public record Database(Path directory) {
    public static final String USER = "metalayer";
    public static final String NAME = "postgres";
    public static final String HOST = "127.0.0.1";

    private static final List<String> DURABLE =
            List.of("fsync", "synchronous_commit", "full_page_writes");

    /** Line of {@code postmaster.pid} in which the port stands (PostgreSQL's pidfile.h). */
    private static final int PORT_LINE = 3;

    public int port() throws IOException {
        return Integer.parseInt(pidFile().get(PORT_LINE).strip());
    }

    public String password() throws IOException {
        return Files.readString(directory.resolve("password")).strip();
    }

    /** The process that all of the database's others descend from. */
    public ProcessHandle process() throws IOException {
        long pid = Long.parseLong(pidFile().getFirst().strip());
        return ProcessHandle.of(pid)
                .orElseThrow(
                        () -> new IOException("the database's process %d is gone".formatted(pid)));
    }

    public Connection connect() throws IOException, SQLException {
        String url = "jdbc:postgresql://%s:%d/%s".formatted(HOST, port(), NAME);
        return DriverManager.getConnection(url, USER, password());
    }

    /** Refuses a database that would be fast because it forgets. */
    public void requireDurable() throws IOException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String setting : DURABLE) {
                try (ResultSet shown = statement.executeQuery("SHOW " + setting)) {
                    if (!shown.next() || !shown.getString(1).equals("on")) {
                        throw new IOException("the database runs without " + setting);
                    }
                }
            }
        } catch (SQLException e) {
            throw new IOException("the database does not answer", e);
        }
    }

    private List<String> pidFile() throws IOException {
        return Files.readAllLines(directory.resolve("cluster/postmaster.pid"));
    }
}
