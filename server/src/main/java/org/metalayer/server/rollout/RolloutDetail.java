package org.metalayer.server.rollout;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.rollout.gate.Counts;
import org.metalayer.server.rollout.gate.Verdict;

/** A rollout with its release and its rings. */
public record RolloutDetail(Rollout rollout, Release release, List<Ring> rings) {

    public RolloutDetail {
        rings = List.copyOf(rings);
    }

    /** The sticks of all rings. */
    public Counts counts() {
        return rings.stream().map(Ring::counts).reduce(Counts.NONE, Counts::plus);
    }

    public Optional<Ring> openRing() {
        return rings.stream().filter(ring -> ring.state() == RingState.OPEN).findFirst();
    }

    /**
     * Whether the open ring could have given way before {@code moment} as far as time goes, and
     * still waits for what its sticks say.
     */
    boolean isHeldSince(Instant moment) {
        Instant nextOpens =
                rings.stream()
                        .filter(ring -> ring.state() == RingState.WAITING)
                        .flatMap(ring -> ring.opensAt().stream())
                        .min(Instant::compareTo)
                        .orElse(Instant.MIN);
        return openRing()
                .filter(ring -> ring.verdict().stream().anyMatch(Verdict.Hold.class::isInstance))
                .filter(ring -> nextOpens.isBefore(moment) && ring.hasSoakedBefore(moment))
                .isPresent();
    }
}
