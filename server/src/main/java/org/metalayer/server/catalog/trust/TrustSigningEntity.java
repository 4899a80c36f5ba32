package org.metalayer.server.catalog.trust;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;

/** What awaits a person's signature for one role. */
@Entity
@Table(name = "trust_signing")
class TrustSigningEntity {

    @Id private String role;

    @Column(nullable = false)
    private long version;

    private byte[] bytes;

    @Column(nullable = false)
    private Instant preparedAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected TrustSigningEntity() {}

    @SuppressWarnings("NullAway.Init") // the rest is what it is prepared with
    TrustSigningEntity(TrustRole role, SignedMetadata<Targets> prepared, Instant now) {
        this.role = role.wire();
        prepare(prepared, now);
    }

    /** Another version takes the place of the one before. */
    final void prepare(SignedMetadata<Targets> prepared, Instant now) {
        this.version = prepared.signed().version();
        this.bytes = prepared.raw();
        this.preparedAt = now;
    }

    Signing toRecord() {
        return new Signing(
                TrustRole.find(role).orElseThrow(), SignedMetadata.targets(bytes), preparedAt);
    }
}
