package org.metalayer.server.rollout;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Strategy;
import org.metalayer.server.evaluation.policy.Priority;

/**
 * One staged delivery of one release, as it was when it was read.
 *
 * @param version grows with every change
 * @param releaseVersion of the component
 * @param announcedAt when the seed's commitment was first published
 */
public record Rollout(
        UUID id,
        int version,
        ComponentName component,
        UUID releaseId,
        int releaseVersion,
        Strategy strategy,
        Priority priority,
        Seed seed,
        RolloutLife life,
        Instant createdAt,
        Optional<Instant> announcedAt) {

    public RolloutState state() {
        return life.state();
    }

    /**
     * Whether no stick needs {@code lower} once this one has reached everyone. What owners may
     * decline replaces nothing that sticks get without being asked.
     */
    boolean replaces(Rollout lower) {
        return strategy != Strategy.OPTIONAL || lower.strategy == Strategy.OPTIONAL;
    }
}
