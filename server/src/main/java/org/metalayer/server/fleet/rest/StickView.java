package org.metalayer.server.fleet.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.message.Usb;
import org.metalayer.server.fleet.Contributions;
import org.metalayer.server.fleet.InstalledComponent;
import org.metalayer.server.fleet.Stick;
import org.metalayer.server.fleet.StickDetail;
import org.metalayer.server.fleet.StickState;
import org.metalayer.server.platform.WordOf;

/** A stick as operators see it. */
public record StickView(
        UUID id,
        String moduleId,
        String moduleName,
        @WordOf(StickState.class) String state,
        boolean online,
        @Nullable Instant lastSeenAt,
        Instant enrolledAt,
        String agentVersion,
        String hardwareClass,
        String keyId,
        boolean testStick,
        Usb usb,
        Contributions contributions,
        List<InstalledComponent> installed,
        List<StickWarningView> warnings,
        List<@WordOf(StickVerb.class) String> allowedVerbs) {

    static StickView of(StickDetail detail) {
        Stick stick = detail.stick();
        return new StickView(
                stick.id(),
                stick.moduleId().value(),
                stick.moduleName().value(),
                stick.state().text(),
                detail.online(),
                detail.lastSeenAt(),
                stick.enrolledAt(),
                stick.agentVersion(),
                stick.hardwareClass(),
                stick.key().keyId(),
                stick.testStick(),
                stick.usb(),
                detail.contributions(),
                detail.installed(),
                detail.warnings().stream().map(StickWarningView::of).toList(),
                StickVerb.allowed(detail));
    }
}
