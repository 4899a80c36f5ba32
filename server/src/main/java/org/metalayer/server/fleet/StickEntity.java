package org.metalayer.server.fleet;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.protocol.message.Enrolment;
import org.metalayer.protocol.message.Usb;
import org.metalayer.server.platform.IllegalTransitionException;

/** A stick in the fleet: changes its state only through {@link #become}. */
@Entity
@Table(name = "stick")
class StickEntity {

    @Id private UUID id;

    @Column(updatable = false)
    private String moduleId;

    @Column(updatable = false)
    private String moduleName;

    @Column(updatable = false)
    private String publicKey;

    @Column(updatable = false)
    private String keyId;

    @Enumerated(EnumType.STRING)
    private StickState state;

    private boolean testStick;

    @Column(updatable = false)
    private String hardwareClass;

    /** Later ones are written with what a check-in reports. */
    @Column(updatable = false)
    private String agentVersion;

    @Column(updatable = false, columnDefinition = "jsonb")
    @ColumnTransformer(write = "?::jsonb")
    private String usb;

    /** Where a waiting stick came from; forgotten as soon as somebody has decided about it. */
    @Column private @Nullable String enrolledFrom;

    @Column(updatable = false)
    private Instant enrolledAt;

    private Instant changedAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected StickEntity() {}

    /** A stick that asks to join. */
    StickEntity(Enrolment request, String address, Instant now) {
        this.id = UUID.randomUUID();
        this.moduleId = request.moduleId().value();
        this.moduleName = request.moduleName().value();
        this.publicKey = request.publicKey().base64();
        this.keyId = request.publicKey().keyId();
        this.state = StickState.PENDING;
        this.hardwareClass = request.hardwareClass();
        this.agentVersion = request.agentVersion();
        this.usb = new String(Json.write(request.usb().write()), StandardCharsets.UTF_8);
        this.enrolledFrom = address;
        this.enrolledAt = now;
        this.changedAt = now;
    }

    UUID id() {
        return id;
    }

    void become(StickState next, Instant now) {
        if (!state.mayBecome(next)) {
            throw new IllegalTransitionException("stick " + moduleId, state, next);
        }
        state = next;
        enrolledFrom = null;
        changedAt = now;
    }

    void markTestStick(boolean isTestStick) {
        testStick = isTestStick;
    }

    Stick toRecord() {
        return new Stick(
                id,
                new ModuleId(moduleId),
                new ModuleName(moduleName),
                VerifyingKey.parse(publicKey),
                state,
                testStick,
                hardwareClass,
                agentVersion,
                Usb.read(Json.parseObject(usb.getBytes(StandardCharsets.UTF_8))),
                enrolledAt,
                changedAt);
    }
}
