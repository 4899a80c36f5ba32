package org.metalayer.server.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Every connection to the database that there is. */
@ApplicationScoped
public class WholePool {

    @Inject DataSource database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int connections;

    /** All of them: whoever wants one meanwhile, for whatever table, gets none. */
    public record Held(List<Connection> connections) implements AutoCloseable {

        @Override
        public void close() throws SQLException {
            for (Connection connection : connections) {
                connection.close();
            }
        }
    }

    /** Holds them until what is answered is closed. */
    public Held hold() throws SQLException {
        Held held = new Held(new ArrayList<>());
        for (int i = 0; i < connections; i++) {
            held.connections().add(database.getConnection());
        }
        return held;
    }
}
