package org.metalayer.server.evaluation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * One night's replay of decisions.
 *
 * @param finishedAt absent while it runs, or where it was cut off
 * @param since decisions from then on were taken again
 * @param same how many gave the same bytes
 * @param different how many did not: an alarm
 * @param notReplayable how many kept too little, or were taken by earlier rules
 * @param differences the first of the different ones
 */
public record ReplayRun(
        LocalDate day,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Instant since,
        long same,
        long different,
        long notReplayable,
        Optional<String> error,
        List<Difference> differences) {

    /** A decision that cannot be recomputed, and why. */
    public record Difference(UUID decisionId, String reason) {}

    public ReplayRun {
        differences = List.copyOf(differences);
    }
}
