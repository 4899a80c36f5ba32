package org.metalayer.server.evaluation.attest;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.key.VerifyingKey;

/** A signed statement, named by the SHA-256 of its envelope: written once. */
@Entity
@Immutable
@Table(name = "vetting_statement")
@SuppressWarnings("UnusedVariable") // written for whoever reads the table
class StatementEntity {

    @Id private String sha256;
    private UUID reportId;
    private String stage;
    private String keyId;
    private byte[] envelope;
    private Instant madeAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected StatementEntity() {}

    StatementEntity(UUID reportId, String stage, VerifyingKey key, byte[] envelope, Instant now) {
        this.sha256 = Sha256.of(envelope).hex();
        this.reportId = reportId;
        this.stage = stage;
        this.keyId = key.keyId();
        this.envelope = envelope.clone();
        this.madeAt = now;
    }

    byte[] envelope() {
        return envelope.clone();
    }
}
