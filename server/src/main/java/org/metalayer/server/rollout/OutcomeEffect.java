package org.metalayer.server.rollout;

import java.util.Optional;
import org.metalayer.protocol.message.OutcomeResult;

/**
 * What an outcome means for its deployment. Every outcome is kept; not every one changes something.
 */
sealed interface OutcomeEffect {

    /** In words, kept with the outcome. */
    String text();

    /** The deployment changes. */
    record Becomes(DeploymentState next) implements OutcomeEffect {
        @Override
        public String text() {
            return next.wire();
        }
    }

    /** The outcome is evidence only. */
    record Unchanged(String text) implements OutcomeEffect {}

    /**
     * The effect of {@code result} on a deployment.
     *
     * @param present its state; empty when the stick has no part in the rollout
     */
    static OutcomeEffect of(
            Optional<DeploymentState> present, OutcomeResult result, RolloutState rollout) {
        if (present.isEmpty()) {
            return new Unchanged("the stick has no part in this rollout");
        }
        DeploymentState now = present.get();
        DeploymentState next = target(result, rollout);
        if (now == next) {
            return new Unchanged("already " + now.wire());
        }
        if (now == DeploymentState.SUPERSEDED) {
            return new Unchanged("the stick went on to a higher version");
        }
        return now.mayBecome(next)
                ? new Becomes(next)
                : new Unchanged("%s stays: it cannot become %s".formatted(now.wire(), next.wire()));
    }

    private static DeploymentState target(OutcomeResult result, RolloutState rollout) {
        return switch (result) {
            // The release was withdrawn while the stick verified it: it has to leave it again.
            case VERIFIED ->
                    rollout == RolloutState.HALTED
                            ? DeploymentState.ROLLING_BACK
                            : DeploymentState.VERIFIED;
            case FAILED -> DeploymentState.FAILED;
            case ROLLED_BACK -> DeploymentState.ROLLED_BACK;
            case DECLINED -> DeploymentState.DECLINED;
            case CONFLICT -> DeploymentState.CONFLICT;
        };
    }
}
