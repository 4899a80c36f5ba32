package org.metalayer.server.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A login at the dashboard. It ends when unused, and in any case some day. */
@Entity
@Table(name = "operator_session")
class OperatorSessionEntity {

    static final Duration LONGEST_UNUSED = Duration.ofHours(12);
    static final Duration LONGEST = Duration.ofDays(7);

    @Id private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    private OperatorEntity operator;

    @Column(updatable = false)
    private byte[] tokenSha256;

    private Instant createdAt;

    @Column(nullable = false)
    private Instant usedAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected OperatorSessionEntity() {}

    OperatorSessionEntity(OperatorEntity operator, byte[] tokenSha256, Instant now) {
        this.id = UUID.randomUUID();
        this.operator = operator;
        this.tokenSha256 = tokenSha256.clone();
        this.createdAt = now;
        this.usedAt = now;
    }

    /** Who the session belongs to, and until when if it is used now and never again. */
    OperatorPrincipal principal(Instant now) {
        Instant unused = now.plus(LONGEST_UNUSED);
        Instant longest = createdAt.plus(LONGEST);
        return new OperatorPrincipal(
                operator.toRecord(), unused.isBefore(longest) ? unused : longest);
    }
}
