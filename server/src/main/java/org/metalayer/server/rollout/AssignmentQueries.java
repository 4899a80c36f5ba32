package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Draw;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.rollout.plan.Selection;

/**
 * Gives every stick of the fleet its draw and its ring, each in one statement whatever the size of
 * the fleet. The stick that a release comes from is in the last ring, unless it is alone: it runs
 * the release already, and says nothing about how others fare with it. A stick in quarantine gets
 * upgrades by its draw like all others, but is not counted among them: it is no test stick, and how
 * far a ring reaches is decided without it, so that no ring waits for sticks that say nothing.
 */
@ApplicationScoped
class AssignmentQueries {

    private static final BigInteger DRAWS = BigInteger.TWO.pow(64);

    /**
     * The planner cannot know how many sticks have a deployment already. Whatever it believes, each
     * part is materialized, so that none is computed again for every stick.
     */
    private static final String ASSIGN =
            """
            WITH drawn AS MATERIALIZED (
              SELECT s.id, stick_draw(?, ?, s.id) COLLATE "C" AS draw, s.test_stick, s.state = 'ACCEPTED' AS counts,
                     coalesce(p.last_seen_at >= ?, false) AS seen,
                     s.id = (SELECT stick_id FROM release WHERE id = ?) AS own
              FROM stick s LEFT JOIN presence p ON p.stick_id = s.id
              WHERE s.state IN ('ACCEPTED', 'QUARANTINED') AND (?::uuid IS NULL OR s.id = ?)
                AND (SELECT cardinality(hardware_classes) = 0 OR s.hardware_class = ANY (hardware_classes)
                     FROM release WHERE id = ?)
                AND NOT EXISTS (SELECT FROM deployment d
                                WHERE d.rollout_id = ? AND d.stick_id = s.id)),
            named AS MATERIALIZED (
              SELECT id FROM drawn
              WHERE counts AND EXISTS (SELECT FROM ring
                            WHERE rollout_id = ? AND selection = 'test_sticks')
              ORDER BY own, test_stick DESC, seen DESC, draw LIMIT ?),
            fleet AS MATERIALIZED (
              SELECT count(*) > 1 AS others FROM stick
              WHERE state = 'ACCEPTED')
            INSERT INTO deployment (rollout_id, stick_id, draw, ring, named, state, reason,
                                    changed_at)
            SELECT ?, drawn.id, draw,
              (SELECT CASE WHEN own AND fleet.others THEN max(ordinal)
                           ELSE min(ordinal) FILTER (WHERE
                             CASE WHEN named.id IS NULL THEN drawn.draw <= bound
                                  ELSE selection = 'test_sticks' END) END
               FROM ring WHERE rollout_id = ?),
              named.id IS NOT NULL, 'pending', '', ?
            FROM drawn LEFT JOIN named ON named.id = drawn.id, fleet
            ON CONFLICT DO NOTHING\
            """;

    @Inject Sql sql;

    /**
     * Fixes how far each ring reaches: to the draw of the last stick that belongs to it, so that
     * {@code ceil(percent × sticks)} are in. Without any stick yet, to that share of all draws.
     *
     * @param seenSince a stick seen since then counts as seen
     */
    void fixBounds(Rollout rollout, Ring ring, Instant seenSince) {
        if (ring.plan().selection() == Selection.TEST_STICKS) {
            return;
        }
        Draw fallback =
                ring.plan().selection() == Selection.SHARE
                        ? share(ring.plan().percent())
                        : Draw.EVERYONE;
        sql.update(
                """
                WITH drawn AS MATERIALIZED (
                  SELECT stick_draw(?, ?, s.id) COLLATE "C" AS draw,
                         s.id = (SELECT stick_id FROM release WHERE id = ?) AS own
                  FROM stick s LEFT JOIN presence p ON p.stick_id = s.id
                  WHERE s.state = 'ACCEPTED' AND ? < 100
                    AND (SELECT cardinality(hardware_classes) = 0 OR s.hardware_class = ANY (hardware_classes)
                         FROM release WHERE id = ?)
                    AND (? OR p.last_seen_at >= ?)),
                placed AS (
                  SELECT draw, own, row_number() OVER (ORDER BY own, draw) AS place,
                         count(*) OVER () AS sticks
                  FROM drawn)
                UPDATE ring SET bound = coalesce(
                    (SELECT draw FROM placed WHERE place = ceil(sticks * ? / 100.0)
                     AND NOT (own AND (SELECT count(*) > 1 FROM stick
                                       WHERE state = 'ACCEPTED'))), ?)
                WHERE rollout_id = ? AND ordinal = ?\
                """,
                rollout.seed().innerPad(),
                rollout.seed().outerPad(),
                rollout.releaseId(),
                ring.plan().percent(),
                rollout.releaseId(),
                ring.plan().selection() == Selection.SHARE,
                seenSince,
                ring.plan().percent(),
                fallback.hex(),
                ring.rolloutId(),
                ring.ordinal());
    }

    /**
     * Makes a deployment for every stick that has none yet, in the first ring that its draw is
     * within.
     *
     * @param named how many sticks go into the ring of test sticks by name; 0 once that is settled
     * @param seenSince a stick seen since then is preferred as test stick
     * @param only the one stick to look at; null for all
     * @return how many were made
     */
    int assign(Rollout rollout, int named, Instant seenSince, Instant now, @Nullable UUID only) {
        return sql.update(
                ASSIGN,
                rollout.seed().innerPad(),
                rollout.seed().outerPad(),
                seenSince,
                rollout.releaseId(),
                only,
                only,
                rollout.releaseId(),
                rollout.id(),
                rollout.id(),
                named,
                rollout.id(),
                rollout.id(),
                now);
    }

    /** The bound below which {@code percent} of all possible draws lie. */
    private static Draw share(int percent) {
        if (percent == 100) {
            return Draw.EVERYONE;
        }
        BigInteger bound =
                DRAWS.multiply(BigInteger.valueOf(percent)).divide(BigInteger.valueOf(100));
        return new Draw("%016x".formatted(bound));
    }
}
