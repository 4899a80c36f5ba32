package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.metalayer.server.evaluation.ReleaseApproved;
import org.metalayer.server.platform.LiveEvents;
import org.metalayer.server.rollout.plan.RingPlan;

/** Schedules a rollout for every approved release, in the transaction of the decision. */
@ApplicationScoped
class RolloutCreation {

    @Inject RolloutRepository rollouts;
    @Inject RingRepository rings;
    @Inject RolloutSettings settings;
    @Inject ProgressNote progress;
    @Inject InstantSource clock;
    @Inject SecureRandom random;
    @Inject LiveEvents live;
    @Inject Event<RolloutChanged> changed;

    void schedule(@Observes ReleaseApproved approved) {
        RolloutEntity rollout = new RolloutEntity(approved, random, clock.instant());
        rollouts.persistAndFlush(rollout);
        List<RingPlan> plans = settings.plans().of(approved.strategy());
        for (int i = 0; i < plans.size(); i++) {
            rings.persist(new RingEntity(rollout.id(), i + 1, plans.get(i)));
        }
        progress.take(rollout.toRecord());
        live.publish(Rollouts.LIVE_TYPE, rollout.id());
        changed.fire(new RolloutChanged(rollout.id()));
    }
}
