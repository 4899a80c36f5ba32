package org.metalayer.server.evaluation;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.message.Contributor;
import org.metalayer.protocol.message.UpgradeReport;
import org.metalayer.server.evaluation.stage.Changes;
import org.metalayer.server.platform.IllegalTransitionException;

/** An upgrade report on its way to a decision: changes its state only through its verbs. */
@Entity
@Table(name = "upgrade_report")
class ReportEntity {

    @Id private UUID id;

    @Column(updatable = false)
    private UUID stickId;

    @Column(updatable = false)
    private String moduleId;

    @Column(updatable = false)
    private String moduleName;

    @Column(updatable = false)
    private String component;

    @Column(updatable = false)
    private UpgradeType type;

    @Column(updatable = false)
    private String description;

    @Column(updatable = false)
    private List<String> features;

    @Column(updatable = false, columnDefinition = "json")
    @ColumnTransformer(write = "?::json")
    private String claims;

    @Column(updatable = false)
    private List<UUID> parents;

    /** Few enough for a list; all of them follow from the envelope. */
    @Column(updatable = false, columnDefinition = "json")
    @ColumnTransformer(write = "?::json")
    private String firstChanges;

    @Column(updatable = false)
    private int fileCount;

    @Column(updatable = false)
    private long totalBytes;

    /** What the stick signed; only read where it is asked for. */
    @Basic(fetch = FetchType.LAZY)
    @Column(updatable = false)
    private byte[] envelope;

    @Column(updatable = false)
    private String payloadSha256;

    private ReportState state;

    @Column(updatable = false)
    private Instant receivedAt;

    /** When it came or last got a byte of its files; written by who takes those. */
    @Column(updatable = false)
    private Instant fedAt;

    /** Counted by whoever claims the report for its evaluation. */
    @Column(updatable = false)
    private int attempts;

    @Column(nullable = false)
    private Instant notBefore;

    @Column private @Nullable String lastError;

    /** Follows from the state until the approval, and from the rollout after it. */
    private ReportProgress progress;

    private @Nullable UUID releaseId;
    private @Nullable UUID rolloutId;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected ReportEntity() {}

    ReportEntity(VerifiedReport received, UUID stickId, Changes changes, Instant now) {
        UpgradeReport report = received.report();
        this.id = report.reportId();
        this.stickId = stickId;
        this.moduleId = report.contributor().moduleId().value();
        this.moduleName = report.contributor().moduleName().value();
        this.component = report.component().value();
        this.type = report.type();
        this.description = report.description();
        this.features = report.features();
        this.claims = ReportJson.claims(report.claims());
        this.parents = report.parents();
        this.firstChanges = ReportJson.changes(changes.first(Report.LISTED));
        this.fileCount = report.files().files().size();
        this.totalBytes = report.files().totalSize();
        this.envelope = received.envelope();
        this.payloadSha256 = received.payload().hex();
        this.state = ReportState.AWAITING_FILES;
        this.progress = ReportProgress.of(state);
        this.receivedAt = now;
        this.fedAt = now;
        this.notBefore = now;
    }

    UUID id() {
        return id;
    }

    ReportState state() {
        return state;
    }

    /** Whether its files stopped coming. */
    boolean isUnfedSince(Instant since) {
        return state == ReportState.AWAITING_FILES && fedAt.isBefore(since);
    }

    byte[] envelope() {
        return envelope.clone();
    }

    /** All files are here: it can be evaluated. */
    void complete() {
        become(ReportState.PENDING);
    }

    void approve(UUID release) {
        become(ReportState.APPROVED);
        releaseId = release;
    }

    void reject() {
        become(ReportState.REJECTED);
    }

    void handToHuman() {
        become(ReportState.NEEDS_HUMAN);
    }

    /** Its release has come so far. */
    void follow(UUID rollout, ReportProgress reached) {
        rolloutId = rollout;
        progress = reached;
    }

    /** Its evaluation failed: remembers why, and when to try again. */
    void postpone(Instant until, String error) {
        notBefore = until;
        lastError = error;
    }

    private void become(ReportState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalTransitionException("upgrade report " + id, state, next);
        }
        state = next;
        progress = ReportProgress.of(next);
    }

    Report toRecord() {
        return new Report(
                id,
                stickId,
                new Contributor(new ModuleId(moduleId), new ModuleName(moduleName)),
                new ComponentName(component),
                type,
                description,
                features,
                ReportJson.claims(claims),
                parents,
                ReportJson.changes(firstChanges),
                fileCount,
                totalBytes,
                new Sha256(payloadSha256),
                state,
                receivedAt,
                attempts,
                progress,
                Optional.ofNullable(releaseId),
                Optional.ofNullable(rolloutId));
    }
}
