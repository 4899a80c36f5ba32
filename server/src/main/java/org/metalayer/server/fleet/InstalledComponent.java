package org.metalayer.server.fleet;

import java.util.UUID;

/**
 * One component as a stick runs it.
 *
 * @param localChanges files that its owner changed
 */
public record InstalledComponent(String component, int version, UUID releaseId, int localChanges) {}
