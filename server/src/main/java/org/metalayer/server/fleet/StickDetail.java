package org.metalayer.server.fleet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stick with what is known of it at this moment.
 *
 * @param lastSeenAt time of its newest check-in; null before the first
 * @param online whether it has checked in recently enough
 * @param warnings what is odd about it
 */
public record StickDetail(
        Stick stick,
        @Nullable Instant lastSeenAt,
        boolean online,
        List<InstalledComponent> installed,
        Contributions contributions,
        List<StickWarning> warnings) {

    /** Whether something of that kind is odd about it. */
    public boolean warnsOf(WarningKind kind) {
        return warnings.stream().anyMatch(warning -> warning.kind() == kind);
    }
}
