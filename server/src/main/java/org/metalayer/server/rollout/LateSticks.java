package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import org.metalayer.server.platform.Sql;

/**
 * Takes sticks that were accepted after the start into the rollout. Their draw decides their ring
 * like everybody's, so a stick finds itself in the manifest before it is looked for here.
 */
@ApplicationScoped
class LateSticks {

    @Inject Assignment assignment;
    @Inject RolloutSettings settings;
    @Inject InstantSource clock;
    @Inject Sql sql;

    void join(Rollout rollout) {
        Instant now = clock.instant();
        int due =
                sql.update(
                        """
                        UPDATE rollout SET joined_at = ?
                        WHERE id = ? AND coalesce(joined_at, started_at) <= ?\
                        """,
                        now,
                        rollout.id(),
                        now.minus(settings.joinEvery()));
        if (due > 0) {
            assignment.assign(rollout, 0, now, now, null);
        }
    }
}
