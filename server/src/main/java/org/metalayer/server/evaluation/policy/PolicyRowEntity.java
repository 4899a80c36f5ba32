package org.metalayer.server.evaluation.policy;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.ImpactLevel;

/** One row of one version of the policy. */
@Entity
@Immutable
@Table(name = "policy_row")
@IdClass(PolicyRowEntity.Key.class)
class PolicyRowEntity {

    record Key(int policyVersion, int ordinal) {}

    @Id private int policyVersion;
    @Id private int ordinal;
    private @Nullable UpgradeType type;
    private @Nullable ImpactLevel minImpact;
    private @Nullable String condition;
    private Verdict verdict;

    @Enumerated(EnumType.STRING)
    private @Nullable Strategy strategy;

    private Priority priority;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected PolicyRowEntity() {}

    PolicyRowEntity(int policyVersion, PolicyRow row) {
        this.policyVersion = policyVersion;
        this.ordinal = row.ordinal();
        this.type = row.type().orElse(null);
        this.minImpact = row.minImpact().orElse(null);
        this.condition = row.condition().map(Condition::source).orElse(null);
        this.verdict = row.verdict();
        this.strategy = row.strategy().orElse(null);
        this.priority = row.priority();
    }

    PolicyRow toRecord() {
        return new PolicyRow(
                ordinal,
                Optional.ofNullable(type),
                Optional.ofNullable(minImpact),
                Optional.ofNullable(condition).map(Condition::kept),
                verdict,
                Optional.ofNullable(strategy),
                priority);
    }
}
