package org.metalayer.server.evaluation.policy;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hibernate.annotations.ColumnTransformer;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.json.Json;

/** One example of one version of the policy. */
@Entity
@Immutable
@Table(name = "policy_example")
@IdClass(PolicyExampleEntity.Key.class)
class PolicyExampleEntity {

    record Key(int policyVersion, int ordinal) {}

    @Id private int policyVersion;
    @Id private int ordinal;
    private String name;

    @Column(columnDefinition = "json")
    @ColumnTransformer(write = "?::json")
    private String facts;

    private PolicyExample.Found finding;
    private Verdict verdict;

    @Enumerated(EnumType.STRING)
    private @Nullable Strategy strategy;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected PolicyExampleEntity() {}

    PolicyExampleEntity(int policyVersion, int ordinal, PolicyExample example) {
        this.policyVersion = policyVersion;
        this.ordinal = ordinal;
        this.name = example.name();
        this.facts =
                new String(Json.write(FactsJson.write(example.facts())), StandardCharsets.UTF_8);
        this.finding = example.finding();
        this.verdict = example.verdict();
        this.strategy = example.strategy().orElse(null);
    }

    PolicyExample toRecord() {
        return new PolicyExample(
                name,
                FactsJson.read(Json.parseObject(facts.getBytes(StandardCharsets.UTF_8))),
                finding,
                verdict,
                Optional.ofNullable(strategy));
    }
}
