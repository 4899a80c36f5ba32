package org.metalayer.server.evaluation;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.Claim;
import org.metalayer.server.evaluation.stage.Changes;

/** How the nested parts of a report are kept. */
final class ReportJson {

    private ReportJson() {}

    static String changes(Changes changes) {
        return text(
                new JsonBuilder()
                        .strings("added", changes.added(), RelativePath::value)
                        .strings("modified", changes.modified(), RelativePath::value)
                        .strings("removed", changes.removed(), RelativePath::value));
    }

    static Changes changes(String text) {
        JsonObject json = parse(text);
        return new Changes(
                json.strings("added", RelativePath::new),
                json.strings("modified", RelativePath::new),
                json.strings("removed", RelativePath::new));
    }

    static String claims(List<Claim> claims) {
        return text(
                new JsonBuilder()
                        .put(
                                "claims",
                                claims,
                                claim ->
                                        new JsonBuilder()
                                                .put("metric", claim.metric())
                                                .put("factor", claim.factor())
                                                .build()));
    }

    static List<Claim> claims(String text) {
        return parse(text)
                .objects(
                        "claims",
                        claim -> new Claim(claim.string("metric"), claim.decimal("factor")));
    }

    private static String text(JsonBuilder json) {
        return new String(Json.write(json.build()), StandardCharsets.UTF_8);
    }

    private static JsonObject parse(String text) {
        return Json.parseObject(text.getBytes(StandardCharsets.UTF_8));
    }
}
