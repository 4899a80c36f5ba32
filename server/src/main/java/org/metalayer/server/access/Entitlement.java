package org.metalayer.server.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Since when somebody may act and not only look, and until when they last might.
 *
 * @param since when they came to be one who may, with the password that they have; empty where they
 *     may not
 * @param until when they last lost it; empty where they never did, or have it again
 */
public record Entitlement(Optional<Instant> since, Optional<Instant> until) {

    /** Whether they may, or might at some moment within {@code age} before {@code now}. */
    public boolean isWithin(Duration age, Instant now) {
        return since.isPresent() || until.filter(now.minus(age)::isBefore).isPresent();
    }
}
