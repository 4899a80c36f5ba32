package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.metalayer.server.evaluation.RolloutProgress;

/** Tells the evaluation how far its releases have come. */
@ApplicationScoped
class ProgressLookup implements RolloutProgress {

    @Inject RolloutRepository rollouts;
    @Inject RingRepository rings;

    @Override
    @Transactional
    public Map<UUID, Step> of(Collection<UUID> releaseIds) {
        List<Rollout> found = rollouts.ofReleases(releaseIds);
        Map<UUID, List<Ring>> ringsOf = rings.of(found.stream().map(Rollout::id).toList());
        return found.stream()
                .collect(
                        Collectors.toMap(
                                Rollout::releaseId,
                                rollout ->
                                        new Step(
                                                rollout.id(),
                                                step(
                                                        rollout.state(),
                                                        ringsOf.getOrDefault(
                                                                rollout.id(), List.of())))));
    }

    private static String step(RolloutState state, List<Ring> rings) {
        return switch (state) {
            case SCHEDULED -> "scheduled";
            case RUNNING ->
                    rings.size() > 1 && rings.getFirst().state() == RingState.OPEN
                            ? "testing"
                            : "rolling_out";
            case PAUSED -> "paused";
            case HALTED -> "halted";
            case COMPLETED, SUPERSEDED -> "deployed";
        };
    }
}
