package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.metalayer.server.platform.GroupCommit;

/** Writes sightings down, all that wait at a time together. */
@ApplicationScoped
class Sightings {

    private static final int MOST_AT_ONCE = 500;

    private final GroupCommit<Sighting, Seen> writes;

    @Inject
    Sightings(PresenceQueries rows) {
        this.writes = new GroupCommit<>(MOST_AT_ONCE, rows::see);
    }

    /**
     * Returns when it is durable; empty where it was not of this stick, but of nothing known or of
     * a copy that was set aside. Not part of a transaction: others' sightings would be written, or
     * rolled back, with it.
     */
    @Transactional(Transactional.TxType.NEVER)
    Optional<Seen> record(Sighting sighting) {
        return writes.add(sighting);
    }
}
