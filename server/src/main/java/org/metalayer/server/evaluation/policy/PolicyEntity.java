package org.metalayer.server.evaluation.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.IllegalTransitionException;

/** A version of the policy. Changes its state only through its verbs. */
@Entity
@Table(name = "policy")
class PolicyEntity {

    @Id private int version;

    @Version private int revision = 1;

    private int rowCount;
    private PolicyState state;
    private String note;
    private List<String> authors;
    private @Nullable String sha256;
    private @Nullable Integer against;

    @Column(updatable = false)
    private String createdBy;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable String proposedBy;
    private @Nullable Instant proposedAt;
    private @Nullable String approvedBy;
    private @Nullable Instant approvedAt;
    private @Nullable String activatedBy;
    private @Nullable Instant activatedAt;
    private @Nullable Instant supersededAt;
    private @Nullable String discardedBy;
    private @Nullable Instant discardedAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected PolicyEntity() {}

    /** A draft. */
    PolicyEntity(int version, int rowCount, String note, PolicyVersion.Step created) {
        this.version = version;
        this.rowCount = rowCount;
        this.state = PolicyState.DRAFT;
        this.note = note;
        this.authors = List.of(created.by());
        this.createdBy = created.by();
        this.createdAt = created.at();
    }

    /** Says something else from now on. */
    void edit(int rows, String why, String by) {
        if (state != PolicyState.DRAFT) {
            throw new IllegalTransitionException("policy " + version, state, PolicyState.DRAFT);
        }
        rowCount = rows;
        note = why;
        authors = with(by);
    }

    /** Fixes it, for others to look at. */
    void propose(Sha256 content, int inForce, PolicyVersion.Step step) {
        become(PolicyState.PROPOSED);
        sha256 = content.hex();
        against = inForce;
        authors = with(step.by());
        proposedBy = step.by();
        proposedAt = step.at();
    }

    /** Makes it a draft again, and takes back who approved it. */
    void sendBack() {
        become(PolicyState.DRAFT);
        sha256 = null;
        against = null;
        proposedBy = null;
        proposedAt = null;
        approvedBy = null;
        approvedAt = null;
    }

    /** Gives a draft up. */
    void discard(PolicyVersion.Step step) {
        become(PolicyState.DISCARDED);
        discardedBy = step.by();
        discardedAt = step.at();
    }

    void approve(PolicyVersion.Step step) {
        requireStep(PolicyState.ACTIVE);
        approvedBy = step.by();
        approvedAt = step.at();
    }

    void activate(PolicyVersion.Step step) {
        become(PolicyState.ACTIVE);
        activatedBy = step.by();
        activatedAt = step.at();
    }

    void supersede(Instant now) {
        become(PolicyState.SUPERSEDED);
        supersededAt = now;
    }

    /** Ends the request unless this version can go to {@code next}. */
    void requireStep(PolicyState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalTransitionException("policy " + version, state, next);
        }
    }

    private void become(PolicyState next) {
        requireStep(next);
        state = next;
    }

    private List<String> with(String author) {
        TreeSet<String> all = new TreeSet<>(authors);
        all.add(author);
        return List.copyOf(all);
    }

    PolicyVersion toRecord() {
        return new PolicyVersion(
                version,
                revision,
                state,
                rowCount,
                note,
                Optional.ofNullable(sha256).map(Sha256::new),
                Optional.ofNullable(against),
                authors,
                new PolicyVersion.Step(createdBy, createdAt),
                step(proposedBy, proposedAt),
                step(approvedBy, approvedAt),
                step(activatedBy, activatedAt),
                Optional.ofNullable(supersededAt),
                step(discardedBy, discardedAt));
    }

    private static Optional<PolicyVersion.Step> step(@Nullable String by, @Nullable Instant at) {
        return by == null || at == null
                ? Optional.empty()
                : Optional.of(new PolicyVersion.Step(by, at));
    }
}
