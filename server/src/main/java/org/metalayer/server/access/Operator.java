package org.metalayer.server.access;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A person who runs the Main System.
 *
 * @param version counts the changes, from 1
 * @param disabledAt when they were shut out, where they are
 * @param entitlement since when they may act
 */
public record Operator(
        UUID id,
        int version,
        String username,
        OperatorRole role,
        Instant createdAt,
        Optional<Instant> disabledAt,
        Entitlement entitlement) {}
