package org.metalayer.server.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.metalayer.server.evaluation.ReportFilter;
import org.metalayer.server.evaluation.ReportState;
import org.metalayer.server.evaluation.Reports;
import org.metalayer.server.fleet.StickOverview;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.rollout.RolloutState;
import org.metalayer.server.rollout.Rollouts;

/** The figures of all features at one moment. */
@ApplicationScoped
public class Overview {

    private static final PageRequest ONE = new PageRequest(1, null);

    @Inject StickOverview sticks;
    @Inject Reports reports;
    @Inject Rollouts rollouts;
    @Inject AttentionList attention;

    public OverviewView now() {
        return new OverviewView(
                new OverviewView.Sticks(sticks.accepted(), sticks.online(), sticks.pending()),
                new OverviewView.Reports(
                        reports(ReportState.PENDING), reports(ReportState.NEEDS_HUMAN)),
                new OverviewView.Rollouts(
                        rollouts(RolloutState.RUNNING),
                        rollouts(RolloutState.PAUSED),
                        rollouts(RolloutState.HALTED)),
                attention.items(),
                sticks.releaseShares());
    }

    private long reports(ReportState state) {
        return reports.page(ReportFilter.in(state), ONE).total();
    }

    private long rollouts(RolloutState state) {
        return rollouts.page(state, null, ONE).total();
    }
}
