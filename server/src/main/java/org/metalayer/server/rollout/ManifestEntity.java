package org.metalayer.server.rollout;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.metalayer.protocol.Sha256;

/** A deployment manifest that was issued. */
@Entity
@Immutable
@Table(name = "deployment_manifest")
class ManifestEntity {

    @Id private long sequence;
    private String contentSha256;

    @Basic(fetch = FetchType.LAZY)
    private byte[] document;

    @Column(nullable = false)
    private Instant issuedAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected ManifestEntity() {}

    ManifestEntity(long sequence, Sha256 content, byte[] document, Instant issuedAt) {
        this.sequence = sequence;
        this.contentSha256 = content.hex();
        this.document = document.clone();
        this.issuedAt = issuedAt;
    }

    long sequence() {
        return sequence;
    }

    /** Of everything but sequence and time. */
    Sha256 content() {
        return new Sha256(contentSha256);
    }

    byte[] document() {
        return document.clone();
    }
}
