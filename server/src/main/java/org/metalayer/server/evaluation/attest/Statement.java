package org.metalayer.server.evaluation.attest;

import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonValue;
import org.metalayer.server.catalog.Release;
import org.metalayer.server.evaluation.stage.Dossier;
import org.metalayer.server.evaluation.stage.StageResult;

/**
 * One stage's finding as an in-toto Statement v1 (in-toto attestation framework, "Statement
 * layer"). The subject is the report as its stick signed it, which names every file by its SHA-256.
 * Nothing in it tells the time: the same dossier, tool and rules give the same bytes.
 */
public final class Statement {

    /** What the predicate means: docs/evaluation.md §6. */
    public static final String PREDICATE = "urn:metalayer:predicate:vetting-stage:v1";

    static final String TYPE = "https://in-toto.io/Statement/v1";

    private Statement() {}

    /** The statement's bytes. */
    static byte[] of(Sha256 report, Dossier dossier, StageResult result) {
        JsonBuilder predicate =
                new JsonBuilder()
                        .put("component", dossier.report().component().value())
                        .put("stage", result.stage())
                        .put("tool", result.tool().name())
                        .put("tool_version", result.tool().version())
                        .put("rules", result.tool().rules())
                        .put("finding", result.finding().word())
                        .put("detail", result.finding().detail())
                        .put("compared_with", dossier.head().stream().toList(), Statement::release);
        result.document().ifPresent(document -> predicate.put("document", document));
        return Json.write(
                new JsonBuilder()
                        .put("_type", TYPE)
                        .put(
                                "subject",
                                List.of(dossier.report().reportId()),
                                id -> subject("upgrade-report", id, report))
                        .put("predicateType", PREDICATE)
                        .put("predicate", predicate.build())
                        .build());
    }

    private static JsonValue release(Release release) {
        return subject("release", release.id(), release.payloadSha256());
    }

    private static JsonValue subject(String kind, UUID id, Sha256 digest) {
        return new JsonBuilder()
                .put("name", "%s/%s".formatted(kind, id))
                .put("digest", new JsonBuilder().put("sha256", digest.hex()).build())
                .build();
    }
}
