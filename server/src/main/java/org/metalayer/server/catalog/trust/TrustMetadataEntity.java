package org.metalayer.server.catalog.trust;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.metalayer.protocol.tuf.model.SignedMetadata;

/** One metadata file that was published. */
@Entity
@Immutable
@Table(name = "trust_metadata")
@IdClass(TrustMetadataEntity.Key.class)
class TrustMetadataEntity {

    record Key(String role, long version) {}

    @Id private String role;
    @Id private long version;

    private byte[] bytes;

    @Column(nullable = false)
    private Instant expiresAt;

    @Column(nullable = false)
    private Instant publishedAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected TrustMetadataEntity() {}

    TrustMetadataEntity(TrustRole role, SignedMetadata<?> metadata, Instant now) {
        this.role = role.wire();
        this.version = metadata.signed().version();
        this.bytes = metadata.raw();
        this.expiresAt = metadata.signed().expires();
        this.publishedAt = now;
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
