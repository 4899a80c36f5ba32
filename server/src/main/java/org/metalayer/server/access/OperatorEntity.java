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

    /** Null while they may only look, or are shut out. */
    private @Nullable Instant entitledSince;

    private @Nullable Instant entitledUntil;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected OperatorEntity() {}

    OperatorEntity(
            String username, OperatorRole role, PasswordHash passwordHash, Instant createdAt) {
        this.id = UUID.randomUUID();
        this.username = username;
        this.role = role;
        this.passwordHash = passwordHash.text();
        this.createdAt = createdAt;
        this.entitledSince = mayAct() ? createdAt : null;
    }

    void apply(OperatorChange change, Instant now) {
        boolean before = mayAct();
        if (change.role() != null) {
            role = change.role();
        }
        if (change.disabled() != null && change.disabled() != isDisabled()) {
            disabledAt = change.disabled() ? now : null;
        }
        if (before != mayAct()) {
            entitledSince = before ? null : now;
            entitledUntil = before ? now : null;
        }
    }

    void setPassword(PasswordHash password) {
        passwordHash = password.text();
    }

    /** Somebody else knows it: who acts with it is to be taken for new. */
    void receivePassword(PasswordHash password, Instant now) {
        setPassword(password);
        if (mayAct()) {
            entitledSince = now;
        }
    }

    private boolean mayAct() {
        return role != OperatorRole.VIEWER && !isDisabled();
    }

    boolean isDisabled() {
        return disabledAt != null;
    }

    PasswordHash passwordHash() {
        return new PasswordHash(passwordHash);
    }

    Operator toRecord() {
        return new Operator(
                id,
                version,
                username,
                role,
                createdAt,
                Optional.ofNullable(disabledAt),
                new Entitlement(
                        Optional.ofNullable(entitledSince), Optional.ofNullable(entitledUntil)));
    }
}
