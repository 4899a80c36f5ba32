package org.metalayer.server.fleet;

import java.time.Instant;
import java.util.UUID;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.ModuleName;
import org.metalayer.protocol.key.VerifyingKey;
import org.metalayer.protocol.message.Usb;

/**
 * One enrolled stick, as it was when it was read. Its key is its identity; what its USB device says
 * is evidence.
 *
 * @param testStick whether it is among those that try a release first
 * @param changedAt when its state last changed
 */
public record Stick(
        UUID id,
        ModuleId moduleId,
        ModuleName moduleName,
        VerifyingKey key,
        StickState state,
        boolean testStick,
        String hardwareClass,
        String agentVersion,
        Usb usb,
        Instant enrolledAt,
        Instant changedAt) {}
