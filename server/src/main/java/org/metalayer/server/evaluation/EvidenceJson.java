package org.metalayer.server.evaluation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.server.evaluation.impact.Impact;
import org.metalayer.server.evaluation.impact.ImpactLevel;
import org.metalayer.server.evaluation.policy.FactsJson;
import org.metalayer.server.evaluation.policy.Judge;
import org.metalayer.server.evaluation.stage.Finding;
import org.metalayer.server.evaluation.stage.StageEvidence;

/**
 * How a decision's evidence is kept: written member by member, so that the same evidence is always
 * the same bytes.
 */
final class EvidenceJson {

    /**
     * The part of a decision that has no columns of its own.
     *
     * @param rules by which it was ruled, {@link Judge#RULES} then; 0 where it does not say
     */
    record Evidence(
            Examination examination,
            List<String> reasons,
            Optional<Sha256> policySha256,
            int rules) {}

    private EvidenceJson() {}

    static String write(Evidence evidence) {
        Impact impact = evidence.examination().impact();
        JsonBuilder json =
                new JsonBuilder()
                        .put("score", impact.score())
                        .put("head_version", evidence.examination().headVersion())
                        .put("factors", impact.factors(), EvidenceJson::factor)
                        .put("stages", evidence.examination().stages(), EvidenceJson::stage)
                        .put("reasons", evidence.reasons(), JsonValue.Text::new);
        evidence.policySha256().ifPresent(sha256 -> json.put("policy_sha256", sha256.hex()));
        evidence.examination()
                .facts()
                .ifPresent(facts ->
                        json.put("rules", evidence.rules()).put("facts", FactsJson.write(facts)));
        return new String(Json.write(json.build()), StandardCharsets.UTF_8);
    }

    static Evidence read(String text, ImpactLevel level) {
        JsonObject json = Json.parseObject(text.getBytes(StandardCharsets.UTF_8));
        Impact impact =
                new Impact(
                        level,
                        Math.toIntExact(json.integer("score")),
                        json.objects("factors", EvidenceJson::factor));
        return new Evidence(
                new Examination(
                        impact,
                        number(json, "head_version"),
                        json.objects("stages", EvidenceJson::stage),
                        json.members().containsKey("facts")
                                ? Optional.of(FactsJson.read(json.object("facts")))
                                : Optional.empty()),
                json.strings("reasons", reason -> reason),
                json.optionalString("policy_sha256").map(Sha256::new),
                number(json, "rules"));
    }

    /** Earlier decisions do not say it. */
    private static int number(JsonObject json, String name) {
        return json.members().containsKey(name) ? Math.toIntExact(json.integer(name)) : 0;
    }

    private static JsonValue factor(Impact.Factor factor) {
        return new JsonBuilder()
                .put("name", factor.name())
                .put("points", factor.points())
                .put("why", factor.why())
                .build();
    }

    private static Impact.Factor factor(JsonObject json) {
        return new Impact.Factor(
                json.string("name"), Math.toIntExact(json.integer("points")), json.string("why"));
    }

    private static JsonValue stage(StageEvidence evidence) {
        JsonBuilder json =
                new JsonBuilder()
                        .put("stage", evidence.stage())
                        .put("finding", evidence.finding().word())
                        .put("detail", evidence.finding().detail());
        evidence.statement().ifPresent(sha256 -> json.put("statement", sha256.hex()));
        return json.build();
    }

    private static StageEvidence stage(JsonObject json) {
        return new StageEvidence(
                json.string("stage"),
                Finding.of(json.string("finding"), json.string("detail")),
                json.optionalString("statement").map(Sha256::new));
    }
}
