package org.metalayer.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperatorMigrationTest {

    private static final String SCHEMA = "before_administrators";

    @Inject DataSource database;

    @Test
    void theFirstOperatorOfAnOlderInstallationBecomesAdministrator() throws SQLException {
        migrate("5");
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO before_administrators.operator
                      (id, username, password_hash, role, created_at)
                    VALUES (gen_random_uuid(), 'later', '', 'operator', now()),
                           (gen_random_uuid(), 'first', '', 'operator', now() - interval '1 day')
                    """);
            migrate("6");
            assertThat(roles(statement))
                    .containsExactly("first administrator 1", "later operator 1");
            statement.execute("DROP SCHEMA before_administrators CASCADE");
        }
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(database)
                .schemas(SCHEMA)
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }

    private static List<String> roles(Statement statement) throws SQLException {
        List<String> roles = new ArrayList<>();
        try (ResultSet rows =
                statement.executeQuery(
                        "SELECT username || ' ' || role || ' ' || version"
                                + " FROM before_administrators.operator ORDER BY username")) {
            while (rows.next()) {
                roles.add(rows.getString(1));
            }
        }
        return roles;
    }
}
