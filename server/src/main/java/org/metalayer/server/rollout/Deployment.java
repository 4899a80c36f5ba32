package org.metalayer.server.rollout;

import java.time.Instant;
import java.util.UUID;
import org.metalayer.protocol.Draw;

/**
 * One stick in one rollout.
 *
 * @param draw its place in the order of the fleet, which anybody can recompute once the seed is
 *     known
 * @param named whether it is a test stick by name, whatever its draw
 */
public record Deployment(
        UUID stickId,
        String moduleId,
        String moduleName,
        Draw draw,
        int ring,
        boolean named,
        DeploymentState state,
        String reason,
        Instant changedAt) {}
