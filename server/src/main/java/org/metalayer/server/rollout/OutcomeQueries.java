package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.message.Outcome;
import org.metalayer.server.platform.Sql;

/** Outcomes in SQL: evidence, written once. */
@ApplicationScoped
class OutcomeQueries {

    @Inject Sql sql;

    /** The payload digest of an outcome that was received before. */
    Optional<Sha256> payload(UUID id) {
        return sql.first(
                "SELECT payload_sha256 FROM outcome WHERE id = ?",
                row -> new Sha256(row.text("payload_sha256")),
                id);
    }

    /** How often a stick has told what became of a rollout. */
    long count(UUID rolloutId, UUID stickId) {
        return sql.number(
                "SELECT count(*) FROM outcome WHERE rollout_id = ? AND stick_id = ?",
                rolloutId,
                stickId);
    }

    void insert(
            Outcome outcome, OutcomeEffect effect, Sha256 payload, byte[] envelope, Instant now) {
        sql.update(
                """
                INSERT INTO outcome (id, rollout_id, release_id, stick_id, result, reason, kept,
                    stick_at, received_at, effect, payload_sha256, envelope)
                VALUES (?, ?, ?, ?, ?, ?, ?::text[], ?, ?, ?, ?, ?)\
                """,
                outcome.outcomeId(),
                outcome.rolloutId(),
                outcome.releaseId(),
                outcome.stickId(),
                outcome.result().wire(),
                outcome.reason(),
                outcome.kept().stream().map(RelativePath::value).toList(),
                outcome.at(),
                now,
                effect.text(),
                payload.hex(),
                envelope);
    }
}
