package org.metalayer.server.evaluation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.server.evaluation.impact.Impact;
import org.metalayer.server.evaluation.impact.ImpactLevel;
import org.metalayer.server.evaluation.stage.Finding;
import org.metalayer.server.evaluation.stage.StageEvidence;

/**
 * How a decision's evidence is kept: written member by member, so that the same evidence is always
 * the same bytes.
 */
final class EvidenceJson {

    /** The part of a decision that has no columns of its own. */
    record Evidence(Examination examination, List<String> reasons) {}

    private EvidenceJson() {}

    static String write(Evidence evidence) {
        Impact impact = evidence.examination().impact();
        JsonObject json =
                new JsonBuilder()
                        .put("score", impact.score())
                        .put("head_version", evidence.examination().headVersion())
                        .put("factors", impact.factors(), EvidenceJson::factor)
                        .put("stages", evidence.examination().stages(), EvidenceJson::stage)
                        .put("reasons", evidence.reasons(), JsonValue.Text::new)
                        .build();
        return new String(Json.write(json), StandardCharsets.UTF_8);
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
                        impact, headVersion(json), json.objects("stages", EvidenceJson::stage)),
                json.strings("reasons", reason -> reason));
    }

    /** The first decisions do not say it. */
    private static int headVersion(JsonObject json) {
        return json.members().containsKey("head_version")
                ? Math.toIntExact(json.integer("head_version"))
                : 0;
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
