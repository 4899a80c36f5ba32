package org.metalayer.server.overview;

import java.util.List;
import org.metalayer.server.fleet.ReleaseShare;

/** What the first screen shows. */
public record OverviewView(
        Sticks sticks,
        Reports reports,
        Rollouts rollouts,
        List<Attention> attention,
        List<ReleaseShare> fleetByRelease) {

    public OverviewView {
        attention = List.copyOf(attention);
        fleetByRelease = List.copyOf(fleetByRelease);
    }

    /**
     * The fleet in numbers.
     *
     * @param total the accepted ones
     * @param online accepted and seen recently
     * @param pending waiting for an operator
     */
    public record Sticks(long total, long online, long pending) {}

    /** Upgrade reports that are not decided. */
    public record Reports(long pending, long needsHuman) {}

    /** Rollouts by state. */
    public record Rollouts(long running, long paused, long halted) {}
}
