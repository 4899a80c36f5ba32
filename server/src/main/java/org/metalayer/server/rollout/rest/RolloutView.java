package org.metalayer.server.rollout.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Strategy;
import org.metalayer.server.catalog.ReleaseView;
import org.metalayer.server.evaluation.policy.Priority;
import org.metalayer.server.platform.WordOf;
import org.metalayer.server.rollout.Rollout;
import org.metalayer.server.rollout.RolloutDetail;
import org.metalayer.server.rollout.RolloutState;
import org.metalayer.server.rollout.RolloutVerb;
import org.metalayer.server.rollout.gate.Counts;

/**
 * A rollout as operators see it.
 *
 * @param seed revealed with the start
 * @param allowedVerbs what is possible now
 */
public record RolloutView(
        UUID id,
        int version,
        String component,
        ReleaseView release,
        Strategy strategy,
        @WordOf(Priority.class) String priority,
        @WordOf(RolloutState.class) String state,
        String reason,
        String changedBy,
        String seedSha256,
        @Nullable String seed,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        List<RingView> rings,
        Counts counts,
        List<@WordOf(RolloutVerb.class) String> allowedVerbs) {

    static RolloutView of(RolloutDetail detail) {
        Rollout rollout = detail.rollout();
        return new RolloutView(
                rollout.id(),
                rollout.version(),
                rollout.component().value(),
                ReleaseView.of(detail.release()),
                rollout.strategy(),
                rollout.priority().wire(),
                rollout.state().wire(),
                rollout.life().reason(),
                rollout.life().changedBy(),
                rollout.seed().commitment().hex(),
                rollout.life().startedAt().map(started -> rollout.seed().hex()).orElse(null),
                rollout.createdAt(),
                rollout.life().startedAt().orElse(null),
                rollout.life().finishedAt().orElse(null),
                detail.rings().stream().map(RingView::of).toList(),
                detail.counts(),
                RolloutVerb.allowedIn(rollout.state()).stream().map(RolloutVerb::wire).toList());
    }
}
