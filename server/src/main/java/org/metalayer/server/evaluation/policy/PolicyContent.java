package org.metalayer.server.evaluation.policy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Strategy;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.server.evaluation.impact.ImpactLevel;

/** What a version says: its rows and its examples. */
public record PolicyContent(List<PolicyRow> rows, List<PolicyExample> examples) {

    public PolicyContent {
        rows = List.copyOf(rows);
        examples = List.copyOf(examples);
    }

    public Policy policy(int version) {
        return new Policy(version, sha256(version), rows);
    }

    /** What becomes of each example. */
    public List<PolicyExample.Result> tryExamples(int version) {
        Policy policy = policy(version);
        return examples.stream().map(example -> example.under(policy)).toList();
    }

    /** Of the canonical form: everything that decides, member by member in this order. */
    public Sha256 sha256(int version) {
        return Sha256.of(
                Json.write(
                        new JsonBuilder()
                                .put("format", "metalayer-policy-v1")
                                .put("version", version)
                                .put("rows", rows, PolicyContent::row)
                                .put("examples", examples, PolicyContent::example)
                                .build()));
    }

    private static JsonValue row(PolicyRow row) {
        return new JsonBuilder()
                .put("type", orNull(row.type().map(UpgradeType::wire)))
                .put("min_impact", orNull(row.minImpact().map(ImpactLevel::wire)))
                .put("condition", orNull(row.condition().map(Condition::source)))
                .put("verdict", row.verdict().wire())
                .put("strategy", orNull(row.strategy().map(Strategy::name)))
                .put("priority", row.priority().wire())
                .build();
    }

    private static JsonValue example(PolicyExample example) {
        return new JsonBuilder()
                .put("name", example.name())
                .put("facts", FactsJson.write(example.facts()))
                .put("finding", example.finding().name().toLowerCase(Locale.ROOT))
                .put("verdict", example.verdict().wire())
                .put("strategy", orNull(example.strategy().map(Strategy::name)))
                .build();
    }

    private static JsonValue orNull(Optional<String> text) {
        return text.<JsonValue>map(JsonValue.Text::new).orElseGet(JsonValue.Null::new);
    }
}
