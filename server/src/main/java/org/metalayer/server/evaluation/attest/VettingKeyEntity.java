package org.metalayer.server.evaluation.attest;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.metalayer.protocol.key.VerifyingKey;

/** A key that signed evidence; kept for ever, so that the evidence can be verified. */
@Entity
@Immutable
@Table(name = "vetting_key")
class VettingKeyEntity {

    @Id private String keyId;
    private byte[] publicKey;

    @SuppressWarnings("UnusedVariable") // for whoever reads the table
    private Instant firstUsedAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected VettingKeyEntity() {}

    VettingKeyEntity(VerifyingKey key, Instant now) {
        this.keyId = key.keyId();
        this.publicKey = key.raw();
        this.firstUsedAt = now;
    }

    VerifyingKey key() {
        return VerifyingKey.of(publicKey);
    }
}
