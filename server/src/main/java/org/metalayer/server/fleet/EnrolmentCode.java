package org.metalayer.server.fleet;

import java.time.Instant;
import java.util.UUID;

/**
 * A code that accepts sticks without asking, without its secret.
 *
 * @param note what it is for, in the operator's words
 * @param uses how many sticks it may accept
 * @param used how many it has accepted
 */
public record EnrolmentCode(
        UUID id,
        String note,
        int uses,
        int used,
        Instant createdAt,
        String createdBy,
        Instant expiresAt) {}
