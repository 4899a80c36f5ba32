package org.metalayer.server.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.metalayer.server.platform.Sql;

/**
 * One at a time, across all replicas. Whoever is about to look for a row and to add it where it is
 * missing takes a turn first: a unique constraint met by an entity ends the transaction.
 */
@ApplicationScoped
public class Turns {

    @Inject Sql sql;

    /** Waits until nobody else has the turn called {@code name}; it ends with the transaction. */
    public void take(String name) {
        sql.first(
                "SELECT pg_advisory_xact_lock(hashtextextended(?, 0))::text AS taken",
                row -> true,
                name);
    }

    /** Waits until nobody has taken that turn; it is shared with all who do not want it alone. */
    public void share(String name) {
        sql.first(
                "SELECT pg_advisory_xact_lock_shared(hashtextextended(?, 0))::text AS shared",
                row -> true,
                name);
    }
}
