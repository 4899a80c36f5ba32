package org.metalayer.server.rollout;

import java.time.Instant;
import java.util.Optional;

/**
 * What has happened to a rollout so far.
 *
 * @param reason of the last change, for people
 * @param changedBy the operator, or {@link #MAIN_SYSTEM}
 * @param completedAt stays when a higher version takes over later
 * @param finishedAt when it came to rest last
 */
public record RolloutLife(
        RolloutState state,
        String reason,
        String changedBy,
        Optional<Instant> startedAt,
        Optional<Instant> pausedAt,
        Optional<Instant> completedAt,
        Optional<Instant> finishedAt) {

    /** Who changes a rollout where no person does. */
    public static final String MAIN_SYSTEM = "Main System";

    /** Whether it came to rest at {@code since} or later. */
    public boolean restsSince(Instant since) {
        return finishedAt.filter(at -> !at.isBefore(since)).isPresent();
    }
}
