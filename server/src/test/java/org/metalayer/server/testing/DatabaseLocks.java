package org.metalayer.server.testing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.metalayer.server.platform.Sql;

/** Who waits for whom in the database. */
@ApplicationScoped
public class DatabaseLocks {

    @Inject Sql sql;

    /** Returns when some transaction waits for another one. */
    public void awaitSomebodyWhoWaits() {
        while (sql.number("SELECT count(*) FROM pg_locks WHERE NOT granted") == 0) {
            Thread.onSpinWait();
        }
    }
}
