package org.metalayer.server.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.server.platform.IllegalTransitionException;

/** By whose signature a release reaches sticks, and whether it has. */
@Entity
@Table(name = "release_publication")
class PublicationEntity {

    @Id
    @Column(nullable = false)
    private UUID releaseId;

    @Column(nullable = false)
    private String role;

    /** Of the release document, in bytes. */
    @Column(nullable = false)
    private long length;

    private String state;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected PublicationEntity() {}

    PublicationEntity(UUID releaseId, ReleaseRole role, long length) {
        this.releaseId = releaseId;
        this.role = role.wire();
        this.length = length;
        this.state = PublicationState.AWAITING_SIGNATURE.wire();
    }

    UUID releaseId() {
        return releaseId;
    }

    /** Its role's metadata lists it; saying so again changes nothing. */
    void publish() {
        if (state() == PublicationState.AWAITING_SIGNATURE) {
            become(PublicationState.PUBLISHED);
        }
    }

    void withdraw() {
        become(PublicationState.WITHDRAWN);
    }

    private PublicationState state() {
        return PublicationState.parse(state);
    }

    private void become(PublicationState next) {
        if (!state().mayBecome(next)) {
            throw new IllegalTransitionException("release " + releaseId, state(), next);
        }
        state = next.wire();
    }
}
