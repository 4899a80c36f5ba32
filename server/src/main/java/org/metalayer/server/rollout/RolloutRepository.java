package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Strategy;
import org.metalayer.server.evaluation.policy.Priority;
import org.metalayer.server.platform.Cursor;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Sql;

/** Rollouts in SQL. */
@ApplicationScoped
class RolloutRepository {

    @Inject Sql sql;

    void insert(Rollout rollout) {
        sql.update(
                """
                INSERT INTO rollout (id, version, component, release_id, release_version, strategy,
                    priority, state, reason, changed_by, seed, created_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
                """,
                rollout.id(),
                rollout.version(),
                rollout.component().value(),
                rollout.releaseId(),
                rollout.releaseVersion(),
                rollout.strategy().name(),
                rollout.priority().wire(),
                rollout.state().wire(),
                rollout.life().reason(),
                rollout.life().changedBy(),
                rollout.seed().bytes(),
                rollout.createdAt());
    }

    /** Writes what one verb changed; whoever changed it meanwhile wins. */
    void save(Rollout rollout) {
        RolloutLife life = rollout.life();
        int changed =
                sql.update(
                        """
                        UPDATE rollout SET version = ?, state = ?, reason = ?, changed_by = ?,
                            started_at = ?, paused_at = ?, completed_at = ?, finished_at = ?
                        WHERE id = ? AND version = ?\
                        """,
                        rollout.version(),
                        life.state().wire(),
                        life.reason(),
                        life.changedBy(),
                        life.startedAt().orElse(null),
                        life.pausedAt().orElse(null),
                        life.completedAt().orElse(null),
                        life.finishedAt().orElse(null),
                        rollout.id(),
                        rollout.version() - 1);
        if (changed != 1) {
            throw new OptimisticLockException("rollout " + rollout.id() + " was changed meanwhile");
        }
    }

    Optional<Rollout> find(UUID id) {
        return sql.first("SELECT * FROM rollout WHERE id = ?", RolloutRepository::read, id);
    }

    List<Rollout> ofReleases(Collection<UUID> releaseIds) {
        return sql.list(
                "SELECT * FROM rollout WHERE release_id = ANY(?::uuid[])",
                RolloutRepository::read,
                releaseIds);
    }

    /** Waits for whoever changes the rollout; deployments may be written meanwhile. */
    Optional<Rollout> lock(UUID id) {
        return sql.first(
                "SELECT * FROM rollout WHERE id = ? FOR NO KEY UPDATE",
                RolloutRepository::read,
                id);
    }

    /** The rollout, unless somebody else is at it. */
    Optional<Rollout> claim(UUID id) {
        return sql.first(
                "SELECT * FROM rollout WHERE id = ? FOR NO KEY UPDATE SKIP LOCKED",
                RolloutRepository::read,
                id);
    }

    /** Rollouts that time or outcomes may move: those alive, and those that came to rest since. */
    List<UUID> due(Instant restingSince) {
        return sql.list(
                """
                SELECT id FROM rollout
                WHERE state IN ('scheduled', 'running', 'paused')
                   OR (state IN ('completed', 'halted') AND finished_at > ?)
                ORDER BY created_at\
                """,
                row -> row.uuid("id"),
                restingSince);
    }

    /** What the deployment manifest lists, in its order. */
    List<Rollout> listed() {
        return sql.list(
                """
                SELECT * FROM rollout
                WHERE state IN ('scheduled', 'running', 'paused', 'completed')
                ORDER BY component, release_version\
                """,
                RolloutRepository::read);
    }

    /** Remembers that the commitments of {@code ids} are published. */
    void announce(Collection<UUID> ids, Instant now) {
        sql.update(
                """
                UPDATE rollout SET announced_at = ?
                WHERE id = ANY(?::uuid[]) AND announced_at IS NULL\
                """,
                now,
                ids);
    }

    /** Rollouts of lower versions of a component that {@code next} may still follow. */
    List<Rollout> lockLower(Rollout rollout) {
        return sql.list(
                """
                SELECT * FROM rollout WHERE component = ? AND release_version < ?
                ORDER BY release_version DESC FOR NO KEY UPDATE\
                """,
                RolloutRepository::read,
                rollout.component().value(),
                rollout.releaseVersion());
    }

    List<Rollout> page(@Nullable String state, @Nullable String component, PageRequest page) {
        @Nullable Cursor after = page.after();
        return sql.list(
                """
                SELECT * FROM rollout
                WHERE (?::text IS NULL OR state = ?) AND (?::text IS NULL OR component = ?)
                  AND (?::timestamptz IS NULL OR (created_at, id) < (?, ?::uuid))
                ORDER BY created_at DESC, id DESC LIMIT ?\
                """,
                RolloutRepository::read,
                state,
                state,
                component,
                component,
                after == null ? null : after.at(),
                after == null ? null : after.at(),
                after == null ? null : after.id(),
                page.limit() + 1);
    }

    long count(@Nullable String state, @Nullable String component) {
        return sql.number(
                """
                SELECT count(*) FROM rollout
                WHERE (?::text IS NULL OR state = ?) AND (?::text IS NULL OR component = ?)\
                """,
                state,
                state,
                component,
                component);
    }

    private static Rollout read(Row row) throws SQLException {
        return new Rollout(
                row.uuid("id"),
                row.integer("version"),
                new ComponentName(row.text("component")),
                row.uuid("release_id"),
                row.integer("release_version"),
                Strategy.parse(row.text("strategy")),
                Priority.parse(row.text("priority")),
                Seed.of(row.bytes("seed")),
                new RolloutLife(
                        RolloutState.parse(row.text("state")),
                        row.text("reason"),
                        row.text("changed_by"),
                        Optional.ofNullable(row.optionalInstant("started_at")),
                        Optional.ofNullable(row.optionalInstant("paused_at")),
                        Optional.ofNullable(row.optionalInstant("completed_at")),
                        Optional.ofNullable(row.optionalInstant("finished_at"))),
                row.instant("created_at"),
                Optional.ofNullable(row.optionalInstant("announced_at")));
    }
}
