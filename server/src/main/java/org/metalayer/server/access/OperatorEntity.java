package org.metalayer.server.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An operator with what proves their password. */
@Entity
@Table(name = "operator")
class OperatorEntity {

    @Id private UUID id;

    /** The first one is 1, as people count. */
    @Version private int version = 1;

    private String username;
    private String passwordHash;
    private OperatorRole role;

    @Column(updatable = false)
    private Instant createdAt;

    private @Nullable Instant disabledAt;

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

    void apply(OperatorChange change, Instant now) {
        if (change.role() != null) {
            role = change.role();
        }
        if (change.disabled() != null && change.disabled() != isDisabled()) {
            disabledAt = change.disabled() ? now : null;
        }
    }

    void setPassword(PasswordHash password) {
        passwordHash = password.text();
    }

    boolean isDisabled() {
        return disabledAt != null;
    }

    PasswordHash passwordHash() {
        return new PasswordHash(passwordHash);
    }

    Operator toRecord() {
        return new Operator(
                id, version, username, role, createdAt, Optional.ofNullable(disabledAt));
    }
}
