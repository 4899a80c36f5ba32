package org.metalayer.server.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Walks every pair of the lifecycle: what is not listed here cannot happen. */
class ReportLifecycleTest {

    private static final Map<ReportState, Set<ReportState>> TABLE =
            Map.of(
                    ReportState.AWAITING_FILES, Set.of(ReportState.PENDING),
                    ReportState.PENDING,
                            Set.of(
                                    ReportState.APPROVED,
                                    ReportState.REJECTED,
                                    ReportState.NEEDS_HUMAN),
                    ReportState.NEEDS_HUMAN, Set.of(ReportState.APPROVED, ReportState.REJECTED));

    @Test
    void reportsFollowTheirTable() {
        for (ReportState from : ReportState.values()) {
            for (ReportState to : ReportState.values()) {
                assertThat(from.mayBecome(to))
                        .as("%s to %s", from, to)
                        .isEqualTo(TABLE.getOrDefault(from, Set.of()).contains(to));
            }
        }
    }
}
