package org.metalayer.server.testing;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.message.Outcome;
import org.metalayer.protocol.message.OutcomeResult;
import org.metalayer.server.access.StickPrincipal;

/** A stick of a {@link SimulatedFleet}: enrolled without HTTP, signing with a real key. */
public record SimulatedStick(UUID id, ModuleId moduleId, SigningKey key) {

    private static final SecureRandom RANDOM = new SecureRandom();

    static SimulatedStick fresh() {
        UUID id = UUID.randomUUID();
        return new SimulatedStick(id, new ModuleId("usb_" + id), SigningKey.generate(RANDOM));
    }

    /** What a session token of this stick would say. */
    public StickPrincipal principal() {
        return new StickPrincipal(id, moduleId, key.publicKey().base64(), 0);
    }

    /** A signed outcome. */
    public byte[] outcome(UUID rolloutId, UUID releaseId, OutcomeResult result) {
        return outcome(UUID.randomUUID(), rolloutId, releaseId, result, "as simulated");
    }

    public byte[] outcome(
            UUID outcomeId, UUID rolloutId, UUID releaseId, OutcomeResult result, String reason) {
        return new Outcome(
                        outcomeId,
                        rolloutId,
                        releaseId,
                        id,
                        moduleId,
                        result,
                        reason,
                        List.of(),
                        Instant.parse("2016-01-01T00:00:00Z"))
                .sign(key)
                .encode();
    }
}
