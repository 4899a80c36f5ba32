package org.metalayer.server.rollout.rest;

import java.time.Instant;
import java.util.UUID;
import org.metalayer.server.platform.WordOf;
import org.metalayer.server.rollout.Deployment;
import org.metalayer.server.rollout.DeploymentState;

/**
 * One stick in one rollout as operators see it.
 *
 * @param draw the first 16 hex digits of HMAC-SHA256(seed, stick_id)
 * @param named whether it is a test stick by name, whatever its draw
 */
public record DeploymentView(
        UUID stickId,
        String moduleId,
        String moduleName,
        String draw,
        int ring,
        boolean named,
        @WordOf(DeploymentState.class) String state,
        String reason,
        Instant changedAt) {

    static DeploymentView of(Deployment deployment) {
        return new DeploymentView(
                deployment.stickId(),
                deployment.moduleId(),
                deployment.moduleName(),
                deployment.draw().hex(),
                deployment.ring(),
                deployment.named(),
                deployment.state().wire(),
                deployment.reason(),
                deployment.changedAt());
    }
}
