package org.metalayer.server.access;

import java.time.Instant;
import java.util.UUID;

/** A bearer token of an operator, without its secret. */
public record ApiToken(UUID id, String name, Instant createdAt, Instant expiresAt) {}
