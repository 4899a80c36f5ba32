package org.metalayer.server.evaluation.rest;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.evaluation.ReplayRun;

/** One day's replay of decisions; {@code different} above zero is an alarm. */
public record ReplayView(
        String day,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Instant since,
        long same,
        long different,
        long notReplayable,
        @Nullable String error,
        List<ReplayRun.Difference> differences) {

    static ReplayView of(ReplayRun run) {
        return new ReplayView(
                run.day().toString(),
                run.startedAt(),
                run.finishedAt().orElse(null),
                run.since(),
                run.same(),
                run.different(),
                run.notReplayable(),
                run.error().orElse(null),
                run.differences());
    }
}
