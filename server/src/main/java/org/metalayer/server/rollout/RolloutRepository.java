package org.metalayer.server.rollout;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Strategy;
import org.metalayer.server.platform.Cursor;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.persistence.NewestFirst;

@ApplicationScoped
class RolloutRepository implements PanacheRepositoryBase<RolloutEntity, UUID> {

    /** Jakarta Persistence has no name of its own for it. */
    private static final int SKIP_LOCKED = -2;

    Optional<Rollout> find(UUID id) {
        return findByIdOptional(id).map(RolloutEntity::toRecord);
    }

    /** Waits for whoever changes the rollout; deployments may be written meanwhile. */
    Optional<RolloutEntity> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The rollout, unless somebody else is at it. */
    Optional<RolloutEntity> claim(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", SKIP_LOCKED)
                .firstResultOptional();
    }

    /** Rollouts of lower versions of the same component, highest first. */
    List<RolloutEntity> lockLower(Rollout rollout) {
        return find(
                        "component = ?1 and releaseVersion < ?2 order by releaseVersion desc",
                        rollout.component().value(),
                        rollout.releaseVersion())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    @Transactional
    List<UUID> inState(RolloutState... states) {
        return find(
                        "select id from RolloutEntity where state in ?1 order by createdAt",
                        Set.of(states))
                .project(UUID.class)
                .list();
    }

    /** What rollouts in these states deliver. */
    Set<UUID> listedReleases() {
        return find("select releaseId from RolloutEntity where state in ?1", RolloutState.LISTED)
                .project(UUID.class)
                .stream()
                .collect(Collectors.toSet());
    }

    /** Rollouts that came to rest since then, and that harm may still move. */
    @Transactional
    List<UUID> resting(Instant since) {
        return find(
                        """
                        select id from RolloutEntity
                        where state in ?1 and finishedAt > ?2 order by createdAt\
                        """,
                        Set.of(RolloutState.COMPLETED, RolloutState.HALTED),
                        since)
                .project(UUID.class)
                .list();
    }

    /** Running ones whose open ring has been held at some time since, the oldest first. */
    List<Rollout> waitingSince(Instant moment) {
        return records(
                list(
                        """
                        state = ?1 and strategy <> ?2 and id in (
                          select rolloutId from RingEntity
                          where state = ?3 and verdict = ?4 and openedAt < ?5)
                        order by createdAt\
                        """,
                        RolloutState.RUNNING,
                        Strategy.OPTIONAL,
                        RingState.OPEN,
                        "hold",
                        moment));
    }

    /** What the deployment manifest lists, in its order. */
    List<Rollout> listed() {
        return records(list("state in ?1 order by component, releaseVersion", RolloutState.LISTED));
    }

    /** Remembers that the commitments of {@code ids} are published. */
    void announce(Collection<UUID> ids, Instant now) {
        update("announcedAt = ?1 where id in ?2 and announcedAt is null", now, ids);
    }

    Page<Rollout> page(
            @Nullable RolloutState state, @Nullable String component, PageRequest request) {
        return NewestFirst.by("createdAt", RolloutEntity.class, this)
                .where("state", state)
                .where("component", component)
                .page(
                        request,
                        RolloutEntity::toRecord,
                        rollout -> new Cursor(rollout.createdAt(), rollout.id()));
    }

    private static List<Rollout> records(List<RolloutEntity> found) {
        return found.stream().map(RolloutEntity::toRecord).toList();
    }
}
