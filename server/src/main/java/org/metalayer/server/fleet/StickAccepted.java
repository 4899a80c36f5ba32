package org.metalayer.server.fleet;

import java.util.UUID;

/** A stick now belongs to the fleet. Fired in the transaction that makes it so. */
public record StickAccepted(UUID stickId) {}
