package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;

/** Walks every pair of every lifecycle: what is not listed here cannot happen. */
class LifecycleTest {

    @Test
    void rolloutsFollowTheirTable() {
        walk(
                RolloutState.values(),
                RolloutState::mayBecome,
                Map.of(
                        RolloutState.SCHEDULED, names("RUNNING PAUSED HALTED SUPERSEDED"),
                        RolloutState.RUNNING, names("PAUSED HALTED COMPLETED SUPERSEDED"),
                        RolloutState.PAUSED, names("SCHEDULED RUNNING HALTED SUPERSEDED"),
                        RolloutState.HALTED, Set.of(),
                        RolloutState.COMPLETED, names("HALTED SUPERSEDED"),
                        RolloutState.SUPERSEDED, names("COMPLETED")));
    }

    @Test
    void ringsFollowTheirTable() {
        walk(
                RingState.values(),
                RingState::mayBecome,
                Map.of(
                        RingState.WAITING, names("OPEN"),
                        RingState.OPEN, names("PASSED HALTED"),
                        RingState.PASSED, names("HALTED"),
                        RingState.HALTED, Set.of()));
    }

    @Test
    void deploymentsFollowTheirTable() {
        Set<String> answered = names("VERIFIED FAILED ROLLING_BACK ROLLED_BACK SUPERSEDED");
        walk(
                DeploymentState.values(),
                DeploymentState::mayBecome,
                Map.of(
                        DeploymentState.PENDING, plus(answered, "DECLINED", "CONFLICT"),
                        DeploymentState.VERIFIED,
                                names("FAILED DECLINED ROLLING_BACK ROLLED_BACK SUPERSEDED"),
                        DeploymentState.FAILED, names("ROLLED_BACK"),
                        DeploymentState.DECLINED, plus(answered, "CONFLICT"),
                        DeploymentState.CONFLICT, plus(answered, "DECLINED"),
                        DeploymentState.ROLLING_BACK, names("ROLLED_BACK FAILED"),
                        DeploymentState.ROLLED_BACK, Set.of(),
                        DeploymentState.SUPERSEDED, names("VERIFIED PENDING")));
    }

    private static <S extends Enum<S>> void walk(
            S[] states, BiPredicate<S, S> mayBecome, Map<S, Set<String>> table) {
        for (S from : states) {
            for (S to : states) {
                assertThat(mayBecome.test(from, to))
                        .as("%s to %s", from, to)
                        .isEqualTo(table.getOrDefault(from, Set.of()).contains(to.name()));
            }
        }
    }

    private static Set<String> names(String names) {
        return Set.copyOf(List.of(names.split(" ")));
    }

    private static Set<String> plus(Set<String> names, String... more) {
        HashSet<String> all = new HashSet<>(names);
        all.addAll(Arrays.asList(more));
        return all;
    }
}
