package org.metalayer.protocol.tuf.client;

import org.metalayer.protocol.tuf.model.RoleName;
import org.metalayer.protocol.tuf.model.TargetFile;

/**
 * A target that may be trusted.
 *
 * @param role who signed for it
 */
public record FoundTarget(String path, RoleName role, TargetFile file) {}
