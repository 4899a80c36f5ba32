package org.metalayer.server.platform.startup;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.metalayer.server.platform.StartupException;

/** A PostgreSQL that somebody else runs. */
record GivenDatabase(String url, String username, String password) {

    /** What the SQL of this program needs. */
    private static final int OLDEST_VERSION = 16;

    private static final String CONNECT_SECONDS = "10";

    /** Makes sure that it can be used, while that can still be said in one line. */
    void check() {
        Properties properties = new Properties();
        properties.setProperty("user", username);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", CONNECT_SECONDS);
        properties.setProperty("loginTimeout", CONNECT_SECONDS);
        try (Connection connection = DriverManager.getConnection(url, properties)) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST_VERSION) {
                throw new StartupException(
                        "the database at %s is PostgreSQL %d and at least %d is needed"
                                .formatted(url, version, OLDEST_VERSION));
            }
        } catch (SQLException e) {
            throw new StartupException(
                    ("the database at %s cannot be used (%s): check QUARKUS_DATASOURCE_JDBC_URL,"
                                    + " _USERNAME and _PASSWORD, or leave them out to have one"
                                    + " started here")
                            .formatted(url, firstLine(e)),
                    e);
        }
    }

    private static String firstLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** Hides the password from logs. */
    @Override
    public String toString() {
        return url;
    }
}
