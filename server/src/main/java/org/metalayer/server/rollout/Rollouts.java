package org.metalayer.server.rollout;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.platform.Cursor;
import org.metalayer.server.platform.NoSuchThingException;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.ProblemType;

/** The door to the rollouts: what operators see and do. */
@ApplicationScoped
@Transactional
public class Rollouts {

    static final String LIVE_TYPE = "rollout";

    @Inject RolloutRepository rollouts;
    @Inject RingRepository rings;
    @Inject DeploymentQueries deployments;
    @Inject RolloutSteps steps;
    @Inject Catalog catalog;

    /** Newest first. */
    public Page<RolloutDetail> page(
            @Nullable RolloutState state, @Nullable String component, PageRequest request) {
        Page<Rollout> page = rollouts.page(state, component, request);
        Map<UUID, RolloutDetail> details = details(page.items());
        return page.map(rollout -> Optional.ofNullable(details.get(rollout.id())).orElseThrow());
    }

    public RolloutDetail find(UUID id) {
        Rollout rollout = rollouts.find(id).orElseThrow(() -> missing(id));
        return Optional.ofNullable(details(List.of(rollout)).get(id)).orElseThrow();
    }

    /**
     * Running rollouts that have waited for their sticks' word since {@code moment}, the oldest
     * first. What owners may decline waits by its nature, and is left out.
     */
    public List<RolloutDetail> held(Instant moment, int most) {
        List<Rollout> waiting = rollouts.waitingSince(moment);
        Map<UUID, RolloutDetail> details = details(waiting);
        return waiting.stream()
                .flatMap(rollout -> Optional.ofNullable(details.get(rollout.id())).stream())
                .filter(detail -> detail.isHeldSince(moment))
                .limit(most)
                .toList();
    }

    /** Latest change first. */
    public Page<Deployment> deployments(
            UUID id, @Nullable Integer ring, @Nullable DeploymentState state, PageRequest request) {
        if (rollouts.find(id).isEmpty()) {
            throw missing(id);
        }
        @Nullable String wire = state == null ? null : state.wire();
        return Page.of(
                deployments.page(id, ring, wire, request),
                request,
                deployment -> new Cursor(deployment.changedAt(), deployment.stickId()),
                deployments.count(id, ring, wire));
    }

    /**
     * Does what an operator asks. Halting writes to every stick that runs the release: with
     * millions of them that takes as long as a start.
     *
     * @param expected the version that the operator saw; null for whichever it is
     */
    @TransactionConfiguration(timeout = RolloutTick.LONGEST_SECONDS)
    public void apply(
            RolloutVerb verb, UUID id, @Nullable Integer expected, String reason, String by) {
        RolloutEntity rollout = rollouts.lock(id).orElseThrow(() -> missing(id));
        Rollout present = rollout.toRecord();
        if (expected != null && expected != present.version()) {
            throw ProblemType.STALE_VERSION.because(
                    "the rollout is at version %d now: reload it, then decide again"
                            .formatted(present.version()));
        }
        verb.refuseIn(present);
        switch (verb) {
            case PAUSE -> steps.pause(rollout, reason, by);
            case RESUME -> steps.resume(rollout, reason, by);
            case HALT -> steps.halt(rollout, reason, by);
            case ADVANCE -> steps.advance(rollout, reason, by);
        }
    }

    private Map<UUID, RolloutDetail> details(Collection<Rollout> found) {
        Map<UUID, List<Ring>> ringsOf = rings.of(found.stream().map(Rollout::id).toList());
        Map<UUID, Release> releases =
                catalog.find(found.stream().map(Rollout::releaseId).toList()).stream()
                        .collect(Collectors.toMap(Release::id, Function.identity()));
        return found.stream()
                .collect(
                        Collectors.toMap(
                                Rollout::id,
                                rollout ->
                                        new RolloutDetail(
                                                rollout,
                                                Optional.ofNullable(
                                                                releases.get(rollout.releaseId()))
                                                        .orElseThrow(),
                                                ringsOf.getOrDefault(rollout.id(), List.of()))));
    }

    private static NoSuchThingException missing(UUID id) {
        return new NoSuchThingException("rollout " + id);
    }
}
