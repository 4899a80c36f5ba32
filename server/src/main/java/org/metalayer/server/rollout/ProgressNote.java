package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.metalayer.server.evaluation.ReportProgress;
import org.metalayer.server.evaluation.Reports;

/** Notes on the report behind a release how far its rollout has come. */
@ApplicationScoped
class ProgressNote {

    @Inject Reports reports;
    @Inject RingRepository rings;

    void take(Rollout rollout) {
        List<Ring> all = rings.of(rollout.id()).stream().map(RingEntity::toRecord).toList();
        reports.follow(rollout.releaseId(), rollout.id(), progress(rollout.life().state(), all));
    }

    private static ReportProgress progress(RolloutState state, List<Ring> rings) {
        return switch (state) {
            case SCHEDULED -> ReportProgress.SCHEDULED;
            case RUNNING ->
                    rings.size() > 1 && rings.getFirst().state() == RingState.OPEN
                            ? ReportProgress.TESTING
                            : ReportProgress.ROLLING_OUT;
            case PAUSED -> ReportProgress.PAUSED;
            case HALTED -> ReportProgress.HALTED;
            case COMPLETED, SUPERSEDED -> ReportProgress.DEPLOYED;
        };
    }
}
