package org.metalayer.server.rollout;

import java.time.Instant;
import java.util.UUID;

/** One stick in one rollout. */
public record Deployment(
        UUID stickId,
        String moduleId,
        String moduleName,
        int ring,
        DeploymentState state,
        String reason,
        Instant changedAt) {}
