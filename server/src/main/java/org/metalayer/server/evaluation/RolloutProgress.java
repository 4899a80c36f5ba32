package org.metalayer.server.evaluation;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/** How far releases have come on their way to the sticks. */
public interface RolloutProgress {

    /**
     * The rollout of a release.
     *
     * @param step {@code scheduled}, {@code testing}, {@code rolling_out}, {@code deployed}, {@code
     *     halted} or {@code paused}
     */
    record Step(UUID rolloutId, String step) {}

    /** By release; a release without a rollout is left out. */
    Map<UUID, Step> of(Collection<UUID> releaseIds);
}
