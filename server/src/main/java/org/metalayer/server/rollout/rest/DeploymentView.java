package org.metalayer.server.rollout.rest;

import java.time.Instant;
import java.util.UUID;
import org.metalayer.server.platform.WordOf;
import org.metalayer.server.rollout.Deployment;
import org.metalayer.server.rollout.DeploymentState;

/** One stick in one rollout as operators see it. */
public record DeploymentView(
        UUID stickId,
        String moduleId,
        String moduleName,
        int ring,
        @WordOf(DeploymentState.class) String state,
        String reason,
        Instant changedAt) {

    static DeploymentView of(Deployment deployment) {
        return new DeploymentView(
                deployment.stickId(),
                deployment.moduleId(),
                deployment.moduleName(),
                deployment.ring(),
                deployment.state().wire(),
                deployment.reason(),
                deployment.changedAt());
    }
}
