package org.metalayer.server.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.metalayer.protocol.message.Withdrawal;

/** That a release was taken back, for good. */
@Entity
@Immutable
@Table(name = "release_withdrawal")
class WithdrawalEntity {

    @Id
    @Column(nullable = false)
    private UUID releaseId;

    @MapsId
    @OneToOne(fetch = FetchType.LAZY)
    private ReleaseEntity release;

    private UUID rolloutId;
    private String reason;

    @Column(nullable = false)
    private Instant withdrawnAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected WithdrawalEntity() {}

    @SuppressWarnings("NullAway.Init") // the id is the release's
    WithdrawalEntity(ReleaseEntity release, UUID rolloutId, String reason, Instant now) {
        this.release = release;
        this.rolloutId = rolloutId;
        this.reason = reason;
        this.withdrawnAt = now;
    }

    Withdrawal toRecord() {
        Release withdrawn = release.toRecord();
        return new Withdrawal(
                withdrawn.id(), withdrawn.component(), withdrawn.version(), rolloutId, reason);
    }
}
