package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.metalayer.protocol.message.OutcomeResult;

class OutcomeEffectTest {

    @Test
    void aFirstOutcomeCounts() {
        assertThat(effect(DeploymentState.PENDING, OutcomeResult.VERIFIED))
                .isEqualTo(new OutcomeEffect.Becomes(DeploymentState.VERIFIED));
    }

    @Test
    void aFailureAfterSuccessCounts() {
        assertThat(effect(DeploymentState.VERIFIED, OutcomeResult.FAILED))
                .isEqualTo(new OutcomeEffect.Becomes(DeploymentState.FAILED));
    }

    @Test
    void aSuccessAfterFailureIsKeptButDoesNotWipeItOut() {
        assertThat(effect(DeploymentState.FAILED, OutcomeResult.VERIFIED))
                .isEqualTo(
                        new OutcomeEffect.Unchanged("failed stays: it cannot become verified"));
    }

    @Test
    void anOwnerMayChangeTheirMind() {
        assertThat(effect(DeploymentState.DECLINED, OutcomeResult.VERIFIED))
                .isEqualTo(new OutcomeEffect.Becomes(DeploymentState.VERIFIED));
    }

    @Test
    void sayingItTwiceChangesNothing() {
        assertThat(effect(DeploymentState.VERIFIED, OutcomeResult.VERIFIED))
                .isEqualTo(new OutcomeEffect.Unchanged("already verified"));
    }

    @Test
    void aSuccessOfAWithdrawnReleaseHasToBeRolledBack() {
        assertThat(
                        OutcomeEffect.of(
                                Optional.of(DeploymentState.PENDING),
                                OutcomeResult.VERIFIED,
                                RolloutState.HALTED))
                .isEqualTo(new OutcomeEffect.Becomes(DeploymentState.ROLLING_BACK));
    }

    @Test
    void aStickWithoutAPartInTheRolloutLeavesEvidenceOnly() {
        assertThat(
                        OutcomeEffect.of(
                                Optional.empty(), OutcomeResult.VERIFIED, RolloutState.RUNNING))
                .isEqualTo(new OutcomeEffect.Unchanged("the stick has no part in this rollout"));
    }

    private static OutcomeEffect effect(DeploymentState present, OutcomeResult result) {
        return OutcomeEffect.of(Optional.of(present), result, RolloutState.RUNNING);
    }
}
