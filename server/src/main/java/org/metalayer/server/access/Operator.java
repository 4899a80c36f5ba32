package org.metalayer.server.access;

import java.util.UUID;

/** A person who runs the Main System. */
public record Operator(UUID id, String username, OperatorRole role) {}
