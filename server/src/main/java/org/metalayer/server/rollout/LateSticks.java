package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Takes sticks that were accepted after the start into the rollout. Their draw decides their ring
 * like everybody's, so a stick finds itself in the manifest before it is looked for here.
 */
@ApplicationScoped
class LateSticks {

    @Inject AssignmentQueries assignment;
    @Inject RolloutSettings settings;
    @Inject InstantSource clock;

    void join(RolloutEntity rollout) {
        Instant now = clock.instant();
        if (rollout.takeJoiners(now, settings.joinEvery())) {
            assignment.assign(rollout.toRecord(), 0, now, now, null);
        }
    }
}
