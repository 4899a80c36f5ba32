package org.metalayer.server.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.message.Withdrawal;
import org.metalayer.server.platform.Sql;

/** Releases that were taken back. */
@ApplicationScoped
class WithdrawalRepository {

    @Inject Sql sql;
    @Inject InstantSource clock;

    void insert(UUID releaseId, UUID rolloutId, String reason) {
        sql.update(
                """
                INSERT INTO release_withdrawal (release_id, rollout_id, reason, withdrawn_at)
                VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING\
                """,
                releaseId,
                rolloutId,
                reason,
                clock.instant());
    }

    List<Withdrawal> all() {
        return sql.list(
                """
                SELECT w.release_id, r.component, r.version, w.rollout_id, w.reason
                FROM release_withdrawal w JOIN release r ON r.id = w.release_id
                ORDER BY w.withdrawn_at, w.release_id\
                """,
                row ->
                        new Withdrawal(
                                row.uuid("release_id"),
                                new ComponentName(row.text("component")),
                                row.integer("version"),
                                row.uuid("rollout_id"),
                                row.text("reason")));
    }
}
