package org.metalayer.server.fleet;

import java.util.UUID;

/** A stick has left the fleet for good. Fired in the transaction that makes it so. */
public record StickRetired(UUID stickId) {}
