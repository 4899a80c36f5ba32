package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.metalayer.server.platform.Sql;

/** Keeps a clock that was ahead and has been set back from holding rings until it gets there. */
@ApplicationScoped
class RingTimeQueries {

    /** The clocks of replicas may differ by as much. */
    static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(RingTimeQueries.class);

    @Inject Sql sql;
    @Inject InstantSource clock;

    /**
     * Where the open ring's time is to begin later than now, it begins now, and the rings behind it
     * open as much earlier. One statement, so that nobody has loaded the rings before they are
     * counted.
     */
    void turnBack(UUID rolloutId) {
        Instant now = clock.instant();
        int turned =
                sql.update(
                        """
                        WITH open AS (
                          SELECT soak_from - ?::timestamptz AS ahead FROM ring
                          WHERE rollout_id = ? AND state = ? AND soak_from > ?)
                        UPDATE ring r SET
                          opens_at = CASE WHEN r.state = ? THEN r.opens_at - ahead ELSE r.opens_at END,
                          opened_at = CASE WHEN r.opened_at > ? THEN ? ELSE r.opened_at END,
                          soak_from = CASE WHEN r.soak_from > ? THEN ? ELSE r.soak_from END
                        FROM open WHERE r.rollout_id = ?\
                        """,
                        now,
                        rolloutId,
                        RingState.OPEN.wire(),
                        now.plus(CLOCKS_DIFFER),
                        RingState.WAITING.wire(),
                        now,
                        now,
                        now,
                        now,
                        rolloutId);
        if (turned > 0) {
            LOG.warnf(
                    "The clock was ahead when rollout %s opened its ring: the ring's time begins"
                            + " anew.",
                    rolloutId);
        }
    }
}
