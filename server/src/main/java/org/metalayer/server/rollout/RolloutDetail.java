package org.metalayer.server.rollout;

import java.util.List;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.rollout.gate.Counts;

/** A rollout with its release and its rings. */
public record RolloutDetail(Rollout rollout, Release release, List<Ring> rings) {

    public RolloutDetail {
        rings = List.copyOf(rings);
    }

    /** The sticks of all rings. */
    public Counts counts() {
        return rings.stream().map(Ring::counts).reduce(Counts.NONE, Counts::plus);
    }
}
