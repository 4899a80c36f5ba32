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

    static RolloutLife begin() {
        return new RolloutLife(
                RolloutState.SCHEDULED,
                "approved",
                MAIN_SYSTEM,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    RolloutLife become(RolloutState next, String why, String by, Instant now) {
        boolean rests =
                switch (next) {
                    case HALTED, COMPLETED, SUPERSEDED -> true;
                    case SCHEDULED, RUNNING, PAUSED -> false;
                };
        return new RolloutLife(
                next,
                why,
                by,
                next == RolloutState.RUNNING ? startedAt.or(() -> Optional.of(now)) : startedAt,
                next == RolloutState.PAUSED ? Optional.of(now) : Optional.empty(),
                next == RolloutState.COMPLETED
                        ? completedAt.or(() -> Optional.of(now))
                        : completedAt,
                rests ? Optional.of(now) : Optional.empty());
    }

    /** Whether it came to rest at {@code since} or later. */
    public boolean restsSince(Instant since) {
        return finishedAt.filter(at -> !at.isBefore(since)).isPresent();
    }

    RolloutLife noted(String why, String by) {
        return new RolloutLife(state, why, by, startedAt, pausedAt, completedAt, finishedAt);
    }
}
