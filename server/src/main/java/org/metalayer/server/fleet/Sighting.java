package org.metalayer.server.fleet;

import java.time.Instant;
import java.util.UUID;

/**
 * One look at one stick.
 *
 * @param freeBytes space left on it
 */
record Sighting(UUID stickId, Instant at, long freeBytes) {}
