package org.metalayer.server.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    /** Shared, because unpacking and initdb take seconds. */
    @TempDir static Path directory;

    @Test
    void keepsWhatWasCommittedWhenEverythingIsKilled() throws Exception {
        EmbeddedPostgres first = EmbeddedPostgres.start(directory);
        execute(first, "CREATE TABLE survivor (n int)", "INSERT INTO survivor VALUES (7)");
        kill(processes());

        try (EmbeddedPostgres second = EmbeddedPostgres.start(directory)) {
            assertThat(query(second, "SELECT n FROM survivor")).isEqualTo("7");
        }
    }

    @Test
    void endsTheServerThatAKilledMainSystemLeftBehind() throws Exception {
        EmbeddedPostgres orphan = EmbeddedPostgres.start(directory);
        execute(orphan, "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)");
        List<ProcessHandle> before = processes();

        try (EmbeddedPostgres second = EmbeddedPostgres.start(directory)) {
            assertThat(before).noneMatch(ProcessHandle::isAlive);
            assertThat(query(second, "SELECT n FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void leavesNoProcessBehindWhenClosed() throws Exception {
        List<ProcessHandle> running;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
            running = processes();
        }
        assertThat(running).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }

    @Test
    void startsDespiteAPidFileWhoseNumberNowBelongsToAnotherProgram() throws Exception {
        EmbeddedPostgres.start(directory).close();
        Files.writeString(
                directory.resolve("cluster/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + directory.resolve("cluster") + "\n");

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void leavesSomebodyElsesPostgresAlone(@TempDir Path elsewhere) throws Exception {
        EmbeddedPostgres.start(directory).close();
        try (EmbeddedPostgres foreign = EmbeddedPostgres.start(elsewhere)) {
            Files.copy(
                    elsewhere.resolve("cluster/postmaster.pid"),
                    directory.resolve("cluster/postmaster.pid"));

            try (EmbeddedPostgres ours = EmbeddedPostgres.start(directory)) {
                assertThat(query(ours, "SELECT 1")).isEqualTo("1");
                assertThat(query(foreign, "SELECT 2")).isEqualTo("2");
            }
        }
    }

    @Test
    void startsAgainAfterAnInterruptedCreation(@TempDir Path directory) throws Exception {
        Files.createDirectories(directory.resolve("cluster.new/base"));
        Files.createDirectories(directory.resolve("binaries.new/bin"));

        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void writesToDiskBeforeItAcknowledgesAndAsksForThePassword() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(directory)) {
            assertThat(query(postgres, "SHOW fsync")).isEqualTo("on");
            assertThat(query(postgres, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(query(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(connectionRefused(postgres, "wrong")).contains("password authentication");
        }
    }

    private static String connectionRefused(EmbeddedPostgres postgres, String password) {
        try (Connection connection =
                DriverManager.getConnection(postgres.jdbcUrl(), postgres.username(), password)) {
            return "connected as " + connection.getCatalog();
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static void execute(EmbeddedPostgres postgres, String... statements)
            throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(
                postgres.jdbcUrl(), postgres.username(), postgres.password());
    }

    /** The server of this test's directory and what it started. */
    private static List<ProcessHandle> processes() throws IOException {
        long server =
                Long.parseLong(
                        Files.readAllLines(directory.resolve("cluster/postmaster.pid")).getFirst());
        ProcessHandle handle = ProcessHandle.of(server).orElseThrow();
        return Stream.concat(Stream.of(handle), handle.descendants()).toList();
    }

    private static void kill(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(
                        processes.stream()
                                .map(ProcessHandle::onExit)
                                .toArray(CompletableFuture[]::new))
                .join();
    }
}
