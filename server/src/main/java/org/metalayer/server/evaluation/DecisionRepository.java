package org.metalayer.server.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Strategy;
import org.metalayer.server.evaluation.impact.ImpactLevel;
import org.metalayer.server.evaluation.policy.Priority;
import org.metalayer.server.evaluation.policy.Ruling;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.platform.Cursor;
import org.metalayer.server.platform.PageRequest;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Sql;

/** Decisions in SQL: written once. */
@ApplicationScoped
class DecisionRepository {

    @Inject Sql sql;

    void insert(DecisionRecord decision) {
        Ruling ruling = decision.ruling();
        sql.update(
                """
                INSERT INTO decision (id, report_id, component, verdict, impact, strategy, priority,
                    policy_version, policy_row, evidence, decided_by, decided_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::json, ?, ?)\
                """,
                decision.id(),
                decision.reportId(),
                decision.component().value(),
                ruling.verdict().wire(),
                decision.examination().impact().level().wire(),
                ruling.strategy().map(Strategy::name).orElse(null),
                ruling.priority().wire(),
                ruling.policyVersion(),
                ruling.policyRow().orElse(null),
                EvidenceJson.write(
                        new EvidenceJson.Evidence(decision.examination(), ruling.reasons())),
                decision.decidedBy(),
                decision.decidedAt());
    }

    Optional<DecisionRecord> find(UUID id) {
        return sql.first("SELECT * FROM decision WHERE id = ?", DecisionRepository::read, id);
    }

    /** The newest decision of each report that has one. */
    Map<UUID, DecisionRecord> newest(Collection<UUID> reportIds) {
        Map<UUID, DecisionRecord> newest = new HashMap<>();
        sql.list(
                """
                SELECT DISTINCT ON (report_id) * FROM decision WHERE report_id = ANY(?::uuid[])
                ORDER BY report_id, sequence DESC\
                """,
                row -> newest.put(row.uuid("report_id"), read(row)),
                reportIds);
        return newest;
    }

    List<DecisionRecord> page(PageRequest page) {
        @Nullable Cursor after = page.after();
        return sql.list(
                """
                SELECT * FROM decision
                WHERE (?::timestamptz IS NULL OR (decided_at, id) < (?, ?::uuid))
                ORDER BY decided_at DESC, id DESC LIMIT ?\
                """,
                DecisionRepository::read,
                after == null ? null : after.at(),
                after == null ? null : after.at(),
                after == null ? null : after.id(),
                page.limit() + 1);
    }

    long count() {
        return sql.number("SELECT count(*) FROM decision");
    }

    private static DecisionRecord read(Row row) throws SQLException {
        EvidenceJson.Evidence evidence =
                EvidenceJson.read(row.text("evidence"), ImpactLevel.parse(row.text("impact")));
        return new DecisionRecord(
                row.uuid("id"),
                row.uuid("report_id"),
                new ComponentName(row.text("component")),
                new Ruling(
                        Verdict.parse(row.text("verdict")),
                        Optional.ofNullable(row.optionalText("strategy")).map(Strategy::parse),
                        Priority.parse(row.text("priority")),
                        row.integer("policy_version"),
                        Optional.ofNullable(row.optionalInteger("policy_row")),
                        evidence.reasons()),
                evidence.examination(),
                row.text("decided_by"),
                row.instant("decided_at"));
    }
}
