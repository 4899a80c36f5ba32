package org.metalayer.protocol.tuf.client;

import java.util.Optional;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.SignedMetadata;

/** Up to where clients read metadata; whoever publishes it asks here before all of them refuse. */
public final class ReadLimits {
    private ReadLimits() {}

    /** In bytes (W, X, Y and Z of the specification). */
    public static long bytes(RoleName role) {
        if (role.equals(RoleName.ROOT)) {
            return Updater.MAX_ROOT;
        } else if (role.equals(RoleName.TIMESTAMP)) {
            return Updater.MAX_TIMESTAMP;
        }
        return role.equals(RoleName.SNAPSHOT) ? Updater.MAX_SNAPSHOT : Updater.MAX_TARGETS;
    }

    /** Why no client could read this file of a role, whoever signed it. */
    public static Optional<String> objectionTo(RoleName role, byte[] raw) {
        if (raw.length > bytes(role)) {
            return Optional.of(
                    "it has %d bytes, and at most %d are read".formatted(raw.length, bytes(role)));
        }
        try {
            var _ = read(role, raw);
            return Optional.empty();
        } catch (MalformedDocumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private static SignedMetadata<?> read(RoleName role, byte[] raw) {
        if (role.equals(RoleName.ROOT)) {
            return SignedMetadata.root(raw);
        } else if (role.equals(RoleName.TIMESTAMP)) {
            return SignedMetadata.timestamp(raw);
        }
        return role.equals(RoleName.SNAPSHOT)
                ? SignedMetadata.snapshot(raw)
                : SignedMetadata.targets(raw);
    }
}
