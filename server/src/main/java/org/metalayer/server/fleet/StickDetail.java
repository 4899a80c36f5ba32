package org.metalayer.server.fleet;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stick with what is known of it at this moment.
 *
 * @param lastSeenAt time of its newest check-in; null before the first
 * @param online whether it has checked in recently enough
 */
public record StickDetail(
        Stick stick,
        @Nullable Instant lastSeenAt,
        boolean online,
        List<InstalledComponent> installed,
        Contributions contributions) {}
