package org.metalayer.server.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An enrolment code, of which only the digest is kept. Uses are counted by statements alone. */
@Entity
@Table(name = "enrolment_code")
class EnrolmentCodeEntity {

    @Id private UUID id;
    private String note;

    @Column(nullable = false)
    private byte[] codeSha256;

    private int uses;
    private int used;
    private Instant createdAt;
    private String createdBy;
    private Instant expiresAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected EnrolmentCodeEntity() {}

    EnrolmentCodeEntity(EnrolmentCode code, byte[] codeSha256) {
        this.id = code.id();
        this.note = code.note();
        this.codeSha256 = codeSha256.clone();
        this.uses = code.uses();
        this.used = code.used();
        this.createdAt = code.createdAt();
        this.createdBy = code.createdBy();
        this.expiresAt = code.expiresAt();
    }

    EnrolmentCode toRecord() {
        return new EnrolmentCode(id, note, uses, used, createdAt, createdBy, expiresAt);
    }
}
