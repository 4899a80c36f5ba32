package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.evaluation.ReleaseApproved;
import org.metalayer.server.platform.LiveEvents;
import org.metalayer.server.rollout.plan.RingPlan;

/** Schedules a rollout for every approved release, in the transaction of the decision. */
@ApplicationScoped
class RolloutCreation {

    @Inject RolloutRepository rollouts;
    @Inject RingRepository rings;
    @Inject RolloutSettings settings;
    @Inject InstantSource clock;
    @Inject SecureRandom random;
    @Inject LiveEvents live;
    @Inject Event<RolloutChanged> changed;

    void schedule(@Observes ReleaseApproved approved) {
        Release release = approved.release();
        Rollout rollout =
                new Rollout(
                        UUID.randomUUID(),
                        1,
                        release.component(),
                        release.id(),
                        release.version(),
                        approved.strategy(),
                        approved.priority(),
                        Seed.random(random),
                        RolloutLife.begin(),
                        clock.instant(),
                        Optional.empty());
        List<RingPlan> plans = settings.plans().of(rollout.strategy());
        rollouts.insert(rollout);
        rings.insert(
                IntStream.range(0, plans.size())
                        .mapToObj(i -> Ring.planned(rollout.id(), i + 1, plans.get(i)))
                        .toList());
        live.publish(Rollouts.LIVE_TYPE, rollout.id());
        changed.fire(new RolloutChanged(rollout.id()));
    }
}
