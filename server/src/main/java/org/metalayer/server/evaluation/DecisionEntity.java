package org.metalayer.server.evaluation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Strategy;
import org.metalayer.server.evaluation.impact.ImpactLevel;
import org.metalayer.server.evaluation.policy.Judge;
import org.metalayer.server.evaluation.policy.PolicyName;
import org.metalayer.server.evaluation.policy.Priority;
import org.metalayer.server.evaluation.policy.Ruling;
import org.metalayer.server.evaluation.policy.Verdict;

/** A decision: written once. */
@Entity
@Immutable
@Table(name = "decision")
class DecisionEntity {

    @Id private UUID id;

    /** Given by the database: the newest decision of a report has the highest. */
    @Column(insertable = false)
    private long sequence;

    private UUID reportId;
    private String component;
    private Verdict verdict;
    private ImpactLevel impact;

    @Enumerated(EnumType.STRING)
    private @Nullable Strategy strategy;

    private Priority priority;
    private int policyVersion;
    private @Nullable Integer policyRow;

    @Column(columnDefinition = "json")
    @ColumnTransformer(write = "?::json")
    private String evidence;

    private String decidedBy;
    private Instant decidedAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected DecisionEntity() {}

    DecisionEntity(DecisionRecord decision) {
        Ruling ruling = decision.ruling();
        this.id = decision.id();
        this.reportId = decision.reportId();
        this.component = decision.component().value();
        this.verdict = ruling.verdict();
        this.impact = decision.examination().impact().level();
        this.strategy = ruling.strategy().orElse(null);
        this.priority = ruling.priority();
        this.policyVersion = ruling.policy().version();
        this.policyRow = ruling.policyRow().orElse(null);
        this.evidence =
                EvidenceJson.write(
                        new EvidenceJson.Evidence(
                                decision.examination(),
                                ruling.reasons(),
                                ruling.policy().sha256(),
                                Judge.RULES));
        this.decidedBy = decision.decidedBy();
        this.decidedAt = decision.decidedAt();
    }

    UUID id() {
        return id;
    }

    int policyVersion() {
        return policyVersion;
    }

    long sequence() {
        return sequence;
    }

    /** By which rules it was ruled; 0 where it does not say. */
    int rules() {
        return EvidenceJson.read(evidence, impact).rules();
    }

    /** The columns in which another one is not the same to the last byte. */
    List<String> differences(DecisionEntity other) {
        Map<String, Boolean> same = new LinkedHashMap<>();
        same.put("component", component.equals(other.component));
        same.put("verdict", verdict == other.verdict);
        same.put("impact", impact == other.impact);
        same.put("strategy", strategy == other.strategy);
        same.put("priority", priority == other.priority);
        same.put("policy row", Objects.equals(policyRow, other.policyRow));
        same.put("evidence", evidence.equals(other.evidence));
        return same.entrySet().stream()
                .filter(each -> !each.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    DecisionRecord toRecord() {
        EvidenceJson.Evidence kept = EvidenceJson.read(evidence, impact);
        return new DecisionRecord(
                id,
                reportId,
                new ComponentName(component),
                new Ruling(
                        verdict,
                        Optional.ofNullable(strategy),
                        priority,
                        new PolicyName(policyVersion, kept.policySha256()),
                        Optional.ofNullable(policyRow),
                        kept.reasons()),
                kept.examination(),
                decidedBy,
                decidedAt);
    }
}
