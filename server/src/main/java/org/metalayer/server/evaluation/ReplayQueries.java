package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.metalayer.server.platform.Sql;

/** Claims the replay of a day, for one replica, and keeps what came of it. */
@ApplicationScoped
class ReplayQueries {

    private static final int SHOWN = 50;

    /** A run that takes longer than this was cut off. */
    private static final Duration LONGEST = Duration.ofHours(2);

    @Inject Sql sql;

    /** Whether the day's replay is the caller's: nobody else runs it or, unless repeated, has. */
    boolean claim(LocalDate day, Instant now, Instant since, boolean repeated) {
        return sql.update(
                        """
                        INSERT INTO policy_replay AS r (day, started_at, since) VALUES (?::date, ?, ?)
                        ON CONFLICT (day) DO UPDATE SET started_at = excluded.started_at,
                          since = excluded.since, finished_at = NULL, error = NULL,
                          same = 0, different = 0, not_replayable = 0
                        WHERE r.started_at < ? OR (? AND r.finished_at IS NOT NULL)\
                        """,
                        day.toString(),
                        now,
                        since,
                        now.minus(LONGEST),
                        repeated)
                > 0;
    }

    void forget(LocalDate day) {
        sql.update("DELETE FROM policy_replay_difference WHERE day = ?::date", day.toString());
    }

    void count(LocalDate day, long same, long different, long notReplayable) {
        sql.update(
                """
                UPDATE policy_replay SET same = same + ?, different = different + ?,
                  not_replayable = not_replayable + ? WHERE day = ?::date\
                """,
                same,
                different,
                notReplayable,
                day.toString());
    }

    void note(LocalDate day, ReplayRun.Difference difference) {
        sql.update(
                """
                INSERT INTO policy_replay_difference (day, decision_id, reason)
                VALUES (?::date, ?, ?) ON CONFLICT DO NOTHING\
                """,
                day.toString(),
                difference.decisionId(),
                difference.reason());
    }

    void finish(LocalDate day, Instant now, Optional<String> error) {
        sql.update(
                "UPDATE policy_replay SET finished_at = ?, error = ? WHERE day = ?::date",
                now,
                error.orElse(null),
                day.toString());
    }

    /** Newest first. */
    List<ReplayRun> newest(int most) {
        return sql.list(
                """
                SELECT day::text AS day, started_at, finished_at, since, same, different,
                  not_replayable, error
                FROM policy_replay ORDER BY policy_replay.day DESC LIMIT ?\
                """,
                row -> {
                    LocalDate day = LocalDate.parse(row.text("day"));
                    return new ReplayRun(
                            day,
                            row.instant("started_at"),
                            Optional.ofNullable(row.optionalInstant("finished_at")),
                            row.instant("since"),
                            row.number("same"),
                            row.number("different"),
                            row.number("not_replayable"),
                            Optional.ofNullable(row.optionalText("error")),
                            differences(day));
                },
                most);
    }

    /** The day on which a moment lies, alike on all replicas. */
    static LocalDate day(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private List<ReplayRun.Difference> differences(LocalDate day) {
        return sql.list(
                """
                SELECT decision_id, reason FROM policy_replay_difference
                WHERE day = ?::date ORDER BY decision_id LIMIT ?\
                """,
                row -> new ReplayRun.Difference(row.uuid("decision_id"), row.text("reason")),
                day.toString(),
                SHOWN);
    }
}
