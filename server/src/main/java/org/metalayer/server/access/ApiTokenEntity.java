package org.metalayer.server.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A bearer token, of which only the digest is kept. */
@Entity
@Immutable
@Table(name = "api_token")
class ApiTokenEntity {

    @Id private UUID id;

    @ManyToOne(fetch = FetchType.LAZY)
    private OperatorEntity operator;

    private String name;

    @Column(updatable = false)
    private byte[] tokenSha256;

    private Instant createdAt;
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected ApiTokenEntity() {}

    ApiTokenEntity(
            OperatorEntity operator,
            String name,
            byte[] tokenSha256,
            Instant createdAt,
            Instant expiresAt) {
        this.id = UUID.randomUUID();
        this.operator = operator;
        this.name = name;
        this.tokenSha256 = tokenSha256.clone();
        this.createdAt = createdAt;
        this.expiresAt = expiresAt;
    }

    ApiToken toRecord() {
        return new ApiToken(id, name, createdAt, expiresAt);
    }

    OperatorPrincipal principal() {
        return new OperatorPrincipal(operator.toRecord(), expiresAt);
    }
}
