package org.metalayer.server.rollout;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Strategy;
import org.metalayer.server.evaluation.ReleaseApproved;
import org.metalayer.server.evaluation.policy.Priority;
import org.metalayer.server.platform.IllegalTransitionException;

/** One staged delivery of one release. Changes its state only through its verbs. */
@Entity
@DynamicUpdate
@Table(name = "rollout")
class RolloutEntity {

    @Id private UUID id;

    /** The first one is 1, as people count. */
    @Version private int version = 1;

    private String component;
    private UUID releaseId;
    private int releaseVersion;

    @Enumerated(EnumType.STRING)
    private Strategy strategy;

    private Priority priority;
    private RolloutState state;
    private String reason;
    private String changedBy;
    private byte[] seed;
    private Instant createdAt;

    /** Written for all that a manifest announces at once. */
    private @Nullable Instant announcedAt;

    private @Nullable Instant startedAt;
    private @Nullable Instant pausedAt;
    private @Nullable Instant completedAt;
    private @Nullable Instant finishedAt;

    /** No news for an operator who is about to decide. */
    @OptimisticLock(excluded = true)
    private @Nullable Instant joinedAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected RolloutEntity() {}

    /** A rollout with a new seed, to which it is committed from now on. */
    RolloutEntity(ReleaseApproved approved, SecureRandom random, Instant now) {
        this.id = UUID.randomUUID();
        this.component = approved.release().component().value();
        this.releaseId = approved.release().id();
        this.releaseVersion = approved.release().version();
        this.strategy = approved.strategy();
        this.priority = approved.priority();
        this.state = RolloutState.SCHEDULED;
        this.reason =
                approved.release().role().needsPerson()
                        ? "approved; starts when a person has signed the release"
                        : "approved";
        this.changedBy = RolloutLife.MAIN_SYSTEM;
        this.seed = Seed.random(random).bytes();
        this.createdAt = now;
    }

    UUID id() {
        return id;
    }

    RolloutState state() {
        return state;
    }

    void start(Instant now) {
        become(RolloutState.RUNNING, "started", RolloutLife.MAIN_SYSTEM, now);
    }

    /** A start in the future, by a clock that was ahead, would keep every stick from beginning. */
    void turnBack(Instant now, Duration clocksDiffer) {
        if (startedAt != null && startedAt.isAfter(now.plus(clocksDiffer))) {
            startedAt = now;
        }
    }

    void pause(String why, String by, Instant now) {
        become(RolloutState.PAUSED, why, by, now);
    }

    /**
     * Goes on where it was paused; answers how long that was. A clock that was set back meanwhile
     * must not turn a pause into time that was watched.
     */
    Duration resume(String why, String by, Instant now) {
        Duration pause =
                pausedAt == null || pausedAt.isAfter(now)
                        ? Duration.ZERO
                        : Duration.between(pausedAt, now);
        become(startedAt == null ? RolloutState.SCHEDULED : RolloutState.RUNNING, why, by, now);
        return pause;
    }

    void halt(String why, String by, Instant now) {
        become(RolloutState.HALTED, why, by, now);
    }

    void complete(String why, String by, Instant now) {
        become(RolloutState.COMPLETED, why, by, now);
    }

    void supersede(String why, Instant now) {
        become(RolloutState.SUPERSEDED, why, RolloutLife.MAIN_SYSTEM, now);
    }

    /** A rollout stays as it is and remembers why somebody opened its next ring. */
    void advance(String why, String by) {
        if (state != RolloutState.RUNNING) {
            throw refused(RolloutState.RUNNING);
        }
        reason = why;
        changedBy = by;
    }

    /** Whether it is time again to look for sticks that came later; if so, that is done now. */
    boolean takeJoiners(Instant now, Duration every) {
        Instant before = joinedAt == null ? startedAt : joinedAt;
        // Also when the clock was ahead then and has been set back.
        if (before == null || Duration.between(before, now).abs().compareTo(every) < 0) {
            return false;
        }
        joinedAt = now;
        return true;
    }

    private void become(RolloutState next, String why, String by, Instant now) {
        if (!state.mayBecome(next)) {
            throw refused(next);
        }
        state = next;
        reason = why;
        changedBy = by;
        if (next == RolloutState.RUNNING && startedAt == null) {
            startedAt = now;
        }
        if (next == RolloutState.COMPLETED && completedAt == null) {
            completedAt = now;
        }
        pausedAt = next == RolloutState.PAUSED ? now : null;
        finishedAt = next.isAtRest() ? now : null;
    }

    private IllegalTransitionException refused(RolloutState next) {
        return new IllegalTransitionException(
                "the rollout of %s %d".formatted(component, releaseVersion), state, next);
    }

    Rollout toRecord() {
        return new Rollout(
                id,
                version,
                new ComponentName(component),
                releaseId,
                releaseVersion,
                strategy,
                priority,
                Seed.of(seed),
                new RolloutLife(
                        state,
                        reason,
                        changedBy,
                        Optional.ofNullable(startedAt),
                        Optional.ofNullable(pausedAt),
                        Optional.ofNullable(completedAt),
                        Optional.ofNullable(finishedAt)),
                createdAt,
                Optional.ofNullable(announcedAt));
    }
}
