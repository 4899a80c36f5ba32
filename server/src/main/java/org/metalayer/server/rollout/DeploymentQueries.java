package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Draw;
import org.metalayer.server.platform.Cursor;
import org.metalayer.server.platform.Page;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Sql;

/** Deployments in SQL; what concerns many is one statement. */
@ApplicationScoped
class DeploymentQueries {

    private record Named(UUID rolloutId, Draw draw) {}

    @Inject Sql sql;
    @Inject InstantSource clock;

    /**
     * Counts the sticks of every ring, but not those that are retired or in quarantine: several
     * copies of one stick may speak for it. True when anything changed. Counted once for all rings,
     * whatever the planner believes of their number.
     */
    boolean recount(UUID rolloutId) {
        // Later than now a stick was seen only by a clock that was ahead: that is no word of it.
        return recount(rolloutId, clock.instant().plus(RingTimeQueries.CLOCKS_DIFFER)) > 0;
    }

    private int recount(UUID rolloutId, Instant seenUntil) {
        return sql.update(
                """
                WITH counted AS MATERIALIZED (
                  SELECT r.ordinal,
                    count(s.id) AS total,
                    count(s.id) FILTER (WHERE d.state = 'verified') AS verified,
                    count(s.id) FILTER (WHERE d.state = 'failed') AS failed,
                    count(s.id) FILTER (WHERE d.state = 'rolled_back') AS rolled_back,
                    count(s.id) FILTER (WHERE d.state = 'declined') AS declined,
                    count(s.id) FILTER (WHERE d.state = 'conflict') AS conflict,
                    count(s.id) FILTER (WHERE d.state = 'superseded') AS superseded,
                    count(s.id) FILTER (WHERE d.state IN ('pending', 'rolling_back')
                      AND p.last_seen_at BETWEEN r.opened_at AND ?) AS outstanding,
                    count(s.id) FILTER (WHERE d.state IN ('pending', 'rolling_back')
                      AND r.opened_at IS NOT NULL
                      AND (p.last_seen_at BETWEEN r.opened_at AND ?) IS NOT TRUE) AS silent
                  FROM ring r
                  LEFT JOIN deployment d ON d.rollout_id = r.rollout_id AND d.ring = r.ordinal
                  LEFT JOIN stick s ON s.id = d.stick_id AND s.state = 'ACCEPTED'
                  LEFT JOIN presence p ON p.stick_id = s.id
                  WHERE r.rollout_id = ? GROUP BY r.ordinal)
                UPDATE ring r SET total = c.total, verified = c.verified, failed = c.failed,
                  rolled_back = c.rolled_back, declined = c.declined, conflict = c.conflict,
                  superseded = c.superseded, outstanding = c.outstanding, silent = c.silent
                FROM counted c
                WHERE r.rollout_id = ? AND r.ordinal = c.ordinal
                  AND (r.total, r.verified, r.failed, r.rolled_back, r.declined, r.conflict,
                       r.superseded, r.outstanding, r.silent)
                    IS DISTINCT FROM (c.total, c.verified, c.failed, c.rolled_back,
                       c.declined, c.conflict, c.superseded, c.outstanding, c.silent)\
                """,
                seenUntil,
                seenUntil,
                rolloutId,
                rolloutId);
    }

    Optional<DeploymentState> lockState(UUID rolloutId, UUID stickId) {
        return sql.first(
                "SELECT state FROM deployment WHERE rollout_id = ? AND stick_id = ? FOR UPDATE",
                row -> DeploymentState.parse(row.text("state")),
                rolloutId,
                stickId);
    }

    void saveState(
            UUID rolloutId, UUID stickId, DeploymentState state, String reason, Instant now) {
        sql.update(
                """
                UPDATE deployment SET state = ?, reason = ?, changed_at = ?
                WHERE rollout_id = ? AND stick_id = ?\
                """,
                state.wire(),
                reason,
                now,
                rolloutId,
                stickId);
    }

    /** Moves every deployment of a rollout whose state allows it; answers how many. */
    int moveAll(
            UUID rolloutId,
            Collection<DeploymentState> from,
            DeploymentState to,
            String reason,
            Instant now) {
        return sql.update(
                """
                UPDATE deployment SET state = ?, reason = ?, changed_at = ?
                WHERE rollout_id = ? AND state = ANY(?::text[])\
                """,
                to.wire(),
                reason,
                now,
                rolloutId,
                allowed(from, to));
    }

    /** A stick went on to a higher version: its deployments of lower ones are over. */
    void supersedeLower(UUID stickId, Rollout higher, Instant now) {
        sql.update(
                """
                UPDATE deployment d SET state = ?, reason = ?, changed_at = ? FROM rollout r
                WHERE d.stick_id = ? AND r.id = d.rollout_id AND r.component = ?
                  AND r.release_version < ? AND d.state = ANY(?::text[])\
                """,
                DeploymentState.SUPERSEDED.wire(),
                "the stick runs version " + higher.releaseVersion(),
                now,
                stickId,
                higher.component().value(),
                higher.releaseVersion(),
                allowed(List.of(DeploymentState.values()), DeploymentState.SUPERSEDED));
    }

    /**
     * Who had gone on to a version that was withdrawn is back: verified where the stick verified
     * this release once, else yet to come. Who verified a still higher version stays there.
     */
    void reinstate(Rollout rollout, String reason, Instant now) {
        sql.update(
                """
                UPDATE deployment d SET reason = ?, changed_at = ?,
                  state = CASE WHEN EXISTS (SELECT FROM outcome o
                                            WHERE o.rollout_id = d.rollout_id
                                              AND o.stick_id = d.stick_id
                                              AND o.effect = ?)
                               THEN ? ELSE ? END
                WHERE rollout_id = ? AND state = ANY(?::text[])
                  AND NOT EXISTS (
                    SELECT FROM deployment higher JOIN rollout r ON r.id = higher.rollout_id
                    WHERE higher.stick_id = d.stick_id AND higher.state = ?
                      AND r.component = ? AND r.release_version > ?)\
                """,
                reason,
                now,
                DeploymentState.VERIFIED.wire(),
                DeploymentState.VERIFIED.wire(),
                DeploymentState.PENDING.wire(),
                rollout.id(),
                allowed(Set.of(DeploymentState.values()), DeploymentState.PENDING),
                DeploymentState.VERIFIED.wire(),
                rollout.component().value(),
                rollout.releaseVersion());
    }

    /** The draws of the sticks that are in by name. */
    Map<UUID, List<Draw>> named(Collection<UUID> rolloutIds) {
        return sql
                .list(
                        """
                        SELECT rollout_id, draw FROM deployment
                        WHERE named AND rollout_id = ANY(?::uuid[]) ORDER BY draw\
                        """,
                        row -> new Named(row.uuid("rollout_id"), new Draw(row.text("draw"))),
                        rolloutIds)
                .stream()
                .collect(
                        Collectors.groupingBy(
                                Named::rolloutId,
                                Collectors.mapping(Named::draw, Collectors.toList())));
    }

    List<Deployment> page(
            UUID rolloutId, @Nullable Integer ring, @Nullable String state, PageRequest page) {
        @Nullable Cursor after = page.after();
        return sql.list(
                """
                SELECT d.*, s.module_id, s.module_name
                FROM deployment d JOIN stick s ON s.id = d.stick_id
                WHERE d.rollout_id = ? AND (?::int IS NULL OR d.ring = ?) %s
                  AND (?::text IS NULL OR d.state = ?)
                  AND (?::timestamptz IS NULL OR (d.changed_at, d.stick_id) < (?, ?::uuid))
                ORDER BY d.changed_at DESC, d.stick_id DESC LIMIT ?\
                """
                        .formatted(reached(state)),
                DeploymentQueries::read,
                rolloutId,
                ring,
                ring,
                state,
                state,
                after == null ? null : after.at(),
                after == null ? null : after.at(),
                after == null ? null : after.id(),
                page.limit() + 1);
    }

    long count(UUID rolloutId, @Nullable Integer ring, @Nullable String state) {
        return sql.number(
                """
                SELECT count(*) FROM (
                  SELECT FROM deployment d
                  WHERE d.rollout_id = ? AND (?::int IS NULL OR d.ring = ?) %s
                    AND (?::text IS NULL OR d.state = ?)
                  LIMIT ?) counted\
                """
                        .formatted(reached(state)),
                rolloutId,
                ring,
                ring,
                state,
                state,
                Page.MOST_COUNTED);
    }

    /** Has the planner use the index of the few whose state is not the one all begin with. */
    private static String reached(@Nullable String state) {
        return state == null || state.equals(DeploymentState.PENDING.wire())
                ? ""
                : "AND d.state <> 'pending'";
    }

    private static List<String> allowed(Collection<DeploymentState> from, DeploymentState to) {
        return from.stream()
                .filter(state -> state.mayBecome(to))
                .map(DeploymentState::wire)
                .toList();
    }

    private static Deployment read(Row row) throws SQLException {
        return new Deployment(
                row.uuid("stick_id"),
                row.text("module_id"),
                row.text("module_name"),
                new Draw(row.text("draw")),
                row.integer("ring"),
                row.flag("named"),
                DeploymentState.parse(row.text("state")),
                row.text("reason"),
                row.instant("changed_at"));
    }
}
