package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.metalayer.protocol.Draw;
import org.metalayer.protocol.message.DeploymentEntry;
import org.metalayer.protocol.message.DeploymentManifest;
import org.metalayer.protocol.message.EntryState;
import org.metalayer.protocol.trust.NamedTarget;
import org.metalayer.server.catalog.Catalog;
import org.metalayer.server.catalog.PublicationState;
import org.metalayer.server.catalog.Release;

/** Says what should run now (docs/protocol.md §7), from the database as it stands. */
@ApplicationScoped
class ManifestBuilder {

    /** Of each release: every stick fetches this document, whatever it runs. */
    private static final int LISTED_PATHS = 20;

    private static final int LISTED_FEATURES = 10;

    @Inject RolloutRepository rollouts;
    @Inject RingRepository rings;
    @Inject DeploymentQueries deployments;
    @Inject RolloutSettings settings;
    @Inject Catalog catalog;

    /** Everything but the sequence and the time, which are given when it is signed. */
    DeploymentManifest content() {
        List<Rollout> due = rollouts.listed();
        Map<UUID, Release> releases =
                catalog.find(due.stream().map(Rollout::releaseId).toList()).stream()
                        .filter(release -> release.publication() == PublicationState.PUBLISHED)
                        .collect(Collectors.toMap(Release::id, Function.identity()));
        // What no person has signed yet is not announced, and so does not start.
        List<Rollout> listed =
                due.stream().filter(each -> releases.containsKey(each.releaseId())).toList();
        Floors floors = Floors.of(listed, releases);
        List<UUID> ids = listed.stream().map(Rollout::id).toList();
        Map<UUID, List<Ring>> ringsOf = rings.of(ids);
        Map<UUID, List<Draw>> named = deployments.named(ids);
        List<ManifestRoom.Candidate> candidates =
                listed.stream()
                        .map(rollout ->
                                new ManifestRoom.Candidate(
                                        rollout,
                                        entry(
                                                rollout,
                                                Optional.ofNullable(
                                                                releases.get(rollout.releaseId()))
                                                        .orElseThrow(),
                                                floors,
                                                ringsOf.getOrDefault(rollout.id(), List.of()),
                                                named.getOrDefault(rollout.id(), List.of()))))
                        .toList();
        return new DeploymentManifest(
                0, Instant.EPOCH, ManifestRoom.USUAL.admit(candidates), catalog.withdrawals());
    }

    private DeploymentEntry entry(
            Rollout rollout, Release release, Floors floors, List<Ring> rings, List<Draw> named) {
        return new DeploymentEntry(
                rollout.id(),
                state(rollout),
                rollout.component(),
                rollout.releaseVersion(),
                rollout.releaseId(),
                release.payloadSha256(),
                Optional.of(
                        new NamedTarget(
                                release.targetPath(),
                                release.documentLength(),
                                release.hardwareClasses(),
                                floors.under(release),
                                rollout.life().startedAt())),
                release.contributor().moduleName(),
                release.type(),
                rollout.strategy(),
                rollout.priority().wire(),
                release.changedPaths().stream().limit(LISTED_PATHS).toList(),
                release.features().stream().limit(LISTED_FEATURES).toList(),
                rollout.seed().commitment(),
                rollout.life().startedAt().map(started -> rollout.seed().hex()),
                rings.stream()
                        .filter(ring -> ring.state().isReached())
                        .flatMap(ring -> ring.bound().stream())
                        .max(Draw::compareTo),
                named,
                settings.verifyFor());
    }

    private static EntryState state(Rollout rollout) {
        return switch (rollout.state()) {
            case SCHEDULED -> EntryState.SCHEDULED;
            case RUNNING -> EntryState.RUNNING;
            case PAUSED -> EntryState.PAUSED;
            case COMPLETED -> EntryState.COMPLETED;
            case HALTED, SUPERSEDED ->
                    throw new IllegalStateException(rollout.state() + " is not listed");
        };
    }
}
