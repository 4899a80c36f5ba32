package org.metalayer.server.rollout;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.DeploymentManifest;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.server.evaluation.DecisionRecord;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.testing.Proposal;
import org.metalayer.server.testing.SimulatedFleet;
import org.metalayer.server.testing.SimulatedStick;
import org.metalayer.server.testing.Story;
import org.metalayer.server.testing.TestClock;

/** Drives rollouts day by day, the way time and sticks do. */
@ApplicationScoped
class RolloutFixture {

    @Inject SimulatedFleet fleet;
    @Inject Story story;
    @Inject Rollouts rollouts;
    @Inject RolloutSchedule schedule;
    @Inject Outcomes outcomes;
    @Inject Manifests manifests;

    void begin() throws IOException {
        TestClock.reset();
        fleet.clear();
        manifests.begin(new StartupEvent());
    }

    /** Approves an upgrade of this type, then starts its rollout. */
    RolloutDetail start(SimulatedStick contributor, UpgradeType type) {
        return start(contributor, Proposal.of(type));
    }

    RolloutDetail start(SimulatedStick contributor, Proposal proposal) {
        RolloutDetail scheduled = schedule(contributor, proposal);
        schedule.tick();
        return rollouts.find(scheduled.rollout().id());
    }

    /** Approves an upgrade; its rollout has not started. */
    RolloutDetail schedule(SimulatedStick contributor, Proposal proposal) {
        DecisionRecord decision = story.decide(contributor, proposal);
        if (decision.ruling().verdict() != Verdict.APPROVE) {
            throw new AssertionError("not approved: " + decision.ruling().reasons());
        }
        UUID release = story.release(proposal);
        return rollouts.page(null, null, PageRequest.of(200, null)).items().stream()
                .filter(detail -> detail.release().id().equals(release))
                .findFirst()
                .orElseThrow();
    }

    /** Time passes until so long after the present; the Main System looks. */
    RolloutDetail at(Duration offset, RolloutDetail rollout) {
        TestClock.shift(offset);
        return look(rollout);
    }

    /** The Main System looks. */
    RolloutDetail look(RolloutDetail rollout) {
        schedule.tick();
        return again(rollout);
    }

    void tick() {
        schedule.tick();
    }

    void refreshManifest() {
        manifests.refresh();
    }

    /** An operator acts, and the manifest says so. */
    void operator(RolloutVerb verb, RolloutDetail rollout) {
        rollouts.apply(verb, rollout.rollout().id(), null, "because", "ops");
        manifests.refresh();
    }

    RolloutDetail again(RolloutDetail rollout) {
        return rollouts.find(rollout.rollout().id());
    }

    /** Sticks check in and report the same outcome. */
    void report(RolloutDetail rollout, Collection<SimulatedStick> sticks, OutcomeResult result) {
        fleet.seen(sticks);
        for (SimulatedStick stick : sticks) {
            outcomes.record(
                    stick.principal(),
                    stick.outcome(rollout.rollout().id(), rollout.release().id(), result));
        }
    }

    /**
     * Those of the sticks that the published manifest lets install now, without the one that the
     * release comes from: it runs the release already, and is no witness.
     */
    List<SimulatedStick> reached(RolloutDetail rollout, List<SimulatedStick> sticks) {
        DeploymentEntry entry = entry(rollout);
        List<SimulatedStick> reached = new ArrayList<>();
        for (SimulatedStick stick : sticks) {
            boolean witness = !stick.id().equals(rollout.release().stickId());
            if (witness && entry.state().mayBegin() && entry.reaches(stick.id())) {
                reached.add(stick);
            }
        }
        return reached;
    }

    DeploymentEntry entry(RolloutDetail rollout) {
        return manifest().entries().stream()
                .filter(entry -> entry.rolloutId().equals(rollout.rollout().id()))
                .findFirst()
                .orElseThrow();
    }

    /** Of what is published, in bytes. */
    int manifestLength() {
        return manifests.newest().target().length;
    }

    /** What is published. */
    DeploymentManifest manifest() {
        return DeploymentManifest.read(Json.parseObject(manifests.newest().target()));
    }
}
