package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Draw;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Sql;
import org.metalayer.server.rollout.gate.Counts;
import org.metalayer.server.rollout.gate.RingLimits;
import org.metalayer.server.rollout.gate.Verdict;
import org.metalayer.server.rollout.plan.RingPlan;
import org.metalayer.server.rollout.plan.Selection;

/** Rings in SQL. */
@ApplicationScoped
class RingRepository {

    @Inject Sql sql;

    void insert(List<Ring> rings) {
        for (Ring ring : rings) {
            RingPlan plan = ring.plan();
            RingLimits limits = plan.limits();
            sql.update(
                    """
                    INSERT INTO ring (rollout_id, ordinal, name, selection, percent,
                        opens_after_seconds, max_failure_ratio, min_verified_ratio,
                        max_silent_ratio, max_outstanding_ratio, soak_seconds, state)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                    """,
                    ring.rolloutId(),
                    ring.ordinal(),
                    plan.name(),
                    plan.selection().wire(),
                    plan.percent(),
                    plan.opensAfter().toSeconds(),
                    limits.maxFailureRatio(),
                    limits.minVerifiedRatio(),
                    limits.maxSilentRatio(),
                    limits.maxOutstandingRatio(),
                    limits.soak().toSeconds(),
                    ring.state().wire());
        }
    }

    void save(Ring ring) {
        sql.update(
                """
                UPDATE ring SET state = ?, opens_at = ?, opened_at = ?, soak_from = ?, verdict = ?,
                    verdict_reason = ?
                WHERE rollout_id = ? AND ordinal = ?\
                """,
                ring.state().wire(),
                ring.opensAt().orElse(null),
                ring.openedAt().orElse(null),
                ring.soakFrom().orElse(null),
                ring.verdict().map(Verdict::kind).orElse(null),
                ring.verdict().map(Verdict::reason).orElse(null),
                ring.rolloutId(),
                ring.ordinal());
    }

    /** In their order. */
    List<Ring> of(UUID rolloutId) {
        return sql.list(
                "SELECT * FROM ring WHERE rollout_id = ? ORDER BY ordinal",
                RingRepository::read,
                rolloutId);
    }

    /** The rings of many rollouts, each in their order. */
    Map<UUID, List<Ring>> of(Collection<UUID> rolloutIds) {
        return sql
                .list(
                        "SELECT * FROM ring WHERE rollout_id = ANY(?::uuid[]) ORDER BY ordinal",
                        RingRepository::read,
                        rolloutIds)
                .stream()
                .collect(Collectors.groupingBy(Ring::rolloutId));
    }

    private static Ring read(Row row) throws SQLException {
        return new Ring(
                row.uuid("rollout_id"),
                row.integer("ordinal"),
                plan(row),
                RingState.parse(row.text("state")),
                Optional.ofNullable(row.optionalInstant("opens_at")),
                Optional.ofNullable(row.optionalInstant("opened_at")),
                Optional.ofNullable(row.optionalInstant("soak_from")),
                Optional.ofNullable(row.optionalText("bound")).map(Draw::new),
                counts(row),
                verdict(row.optionalText("verdict"), row.optionalText("verdict_reason")));
    }

    private static RingPlan plan(Row row) throws SQLException {
        return new RingPlan(
                row.text("name"),
                Selection.parse(row.text("selection")),
                row.integer("percent"),
                Duration.ofSeconds(row.number("opens_after_seconds")),
                new RingLimits(
                        row.real("max_failure_ratio"),
                        row.real("min_verified_ratio"),
                        row.real("max_silent_ratio"),
                        row.real("max_outstanding_ratio"),
                        Duration.ofSeconds(row.number("soak_seconds"))));
    }

    private static Counts counts(Row row) throws SQLException {
        return new Counts(
                row.number("total"),
                row.number("verified"),
                row.number("failed"),
                row.number("rolled_back"),
                row.number("declined"),
                row.number("conflict"),
                row.number("superseded"),
                row.number("outstanding"),
                row.number("silent"));
    }

    private static Optional<Verdict> verdict(@Nullable String kind, @Nullable String reason) {
        return kind == null || reason == null
                ? Optional.empty()
                : Optional.of(Verdict.of(kind, reason));
    }
}
