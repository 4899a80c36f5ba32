package org.metalayer.server.catalog.trust;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.metalayer.protocol.key.VerifyingKey;

/** The key a role had at its first start. */
@Entity
@Immutable
@Table(name = "signing_key")
class SigningKeyEntity {

    @Id
    @Column(nullable = false)
    private String role;

    private byte[] publicKey;

    @Column(nullable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected SigningKeyEntity() {}

    SigningKeyEntity(KeyRole role, VerifyingKey key, Instant now) {
        this.role = role.wire();
        this.publicKey = key.raw();
        this.createdAt = now;
    }

    VerifyingKey key() {
        return VerifyingKey.of(publicKey);
    }
}
