package org.metalayer.server.rollout;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Draw;
import org.metalayer.server.platform.IllegalTransitionException;
import org.metalayer.server.rollout.gate.Verdict;
import org.metalayer.server.rollout.plan.RingPlan;
import org.metalayer.server.rollout.plan.Selection;

/**
 * One ring of a rollout. Changes its state only through its verbs; only what they change is
 * written, because bound and counts belong to statements over the whole fleet.
 */
@Entity
@DynamicUpdate
@Table(name = "ring")
@IdClass(RingEntity.Key.class)
class RingEntity {

    record Key(UUID rolloutId, int ordinal) {}

    @Id private UUID rolloutId;
    @Id private int ordinal;
    private String name;
    private Selection selection;
    private int percent;

    private long opensAfterSeconds;
    @Embedded private LimitsColumns limits;
    private RingState state;
    private @Nullable Instant opensAt;
    private @Nullable Instant openedAt;
    private @Nullable Instant soakFrom;
    private @Nullable String bound;
    @Embedded private CountsColumns counts;
    private @Nullable String verdict;
    private @Nullable String verdictReason;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected RingEntity() {}

    RingEntity(UUID rolloutId, int ordinal, RingPlan plan) {
        this.rolloutId = rolloutId;
        this.ordinal = ordinal;
        this.name = plan.name();
        this.selection = plan.selection();
        this.percent = plan.percent();
        this.opensAfterSeconds = plan.opensAfter().toSeconds();
        this.limits = LimitsColumns.of(plan.limits());
        this.state = RingState.WAITING;
        this.counts = CountsColumns.NONE;
    }

    RingState state() {
        return state;
    }

    /** The rollout starts: the ring's earliest time is known. */
    void scheduleFrom(Instant start) {
        opensAt = start.plusSeconds(opensAfterSeconds);
    }

    void open(Instant now) {
        become(RingState.OPEN);
        openedAt = now;
        soakFrom = now;
    }

    void pass() {
        become(RingState.PASSED);
    }

    void halt() {
        become(RingState.HALTED);
    }

    /** A pause counts neither towards the ring's time nor towards the next one's. */
    void resumeAfter(Duration pause) {
        if (state == RingState.WAITING && opensAt != null) {
            opensAt = opensAt.plus(pause);
        }
        if (state == RingState.OPEN && soakFrom != null) {
            soakFrom = soakFrom.plus(pause);
        }
    }

    /** Keeps what its gate says; answers whether that is news. */
    boolean judge(Verdict given) {
        boolean news = !verdict().equals(Optional.of(given));
        verdict = given.kind();
        verdictReason = given.reason();
        return news;
    }

    private void become(RingState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalTransitionException("ring " + name, state, next);
        }
        state = next;
    }

    private Optional<Verdict> verdict() {
        return verdict == null || verdictReason == null
                ? Optional.empty()
                : Optional.of(Verdict.of(verdict, verdictReason));
    }

    Ring toRecord() {
        return new Ring(
                rolloutId,
                ordinal,
                new RingPlan(
                        name,
                        selection,
                        percent,
                        Duration.ofSeconds(opensAfterSeconds),
                        limits.toLimits()),
                state,
                Optional.ofNullable(opensAt),
                Optional.ofNullable(openedAt),
                Optional.ofNullable(soakFrom),
                Optional.ofNullable(bound).map(Draw::new),
                counts.toCounts(),
                verdict());
    }
}
