package org.metalayer.server.fleet;

import java.time.Instant;
import java.util.UUID;

/**
 * One look at one stick.
 *
 * @param epoch where its renewals stood when the session began: which copy of it was seen
 * @param freeBytes space left on it
 */
record Sighting(UUID stickId, long epoch, Instant at, long freeBytes) {}
