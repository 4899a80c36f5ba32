package org.metalayer.server.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An operator with what proves their password. */
@Entity
@Table(name = "operator")
class OperatorEntity {

    @Id private UUID id;
    private String username;
    private String passwordHash;
    private OperatorRole role;

    @Column(updatable = false)
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected OperatorEntity() {}

    OperatorEntity(
            String username, OperatorRole role, PasswordHash passwordHash, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.username = username;
        this.role = role;
        this.passwordHash = passwordHash.text();
        this.createdAt = createdAt;
    }

    PasswordHash passwordHash() {
        return new PasswordHash(passwordHash);
    }

    Operator toRecord() {
        return new Operator(id, username, role);
    }
}
