package org.metalayer.protocol.message;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.ModuleId;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.Texts;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.dsse.PayloadType;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.key.SigningKey;
import org.metalayer.protocol.key.VerifyingKey;

/**
 * A stick's signed account of what came of an offer (docs/protocol.md §8).
 *
 * @param reason in plain words; empty when there is nothing to say
 * @param kept files that the owner had changed and that were left as they are
 */
public record Outcome(
        UUID outcomeId,
        UUID rolloutId,
        UUID releaseId,
        UUID stickId,
        ModuleId moduleId,
        OutcomeResult result,
        String reason,
        List<RelativePath> kept,
        Instant at) {
    public Outcome {
        Texts.prose("reason", reason, 0, 2000);
        kept = List.copyOf(kept);
        if (kept.size() > FileManifest.MAX_FILES) {
            throw new MalformedDocumentException("more kept files than a component can have");
        }
    }

    public static Outcome verify(Envelope envelope, VerifyingKey key) {
        return read(Json.parseObject(envelope.verify(PayloadType.OUTCOME, key)));
    }

    /** What it says, whoever signed it. */
    public static Outcome unverified(Envelope envelope) {
        return read(Json.parseObject(envelope.unverifiedPayload()));
    }

    private static Outcome read(JsonObject json) {
        return new Outcome(
                json.uuid("outcome_id"),
                json.uuid("rollout_id"),
                json.uuid("release_id"),
                json.uuid("stick_id"),
                new ModuleId(json.string("module_id")),
                OutcomeResult.parse(json.string("result")),
                json.string("reason"),
                json.strings("kept", RelativePath::new),
                json.instant("at"));
    }

    /** The same, told by a stick under another id. */
    public Outcome toldBy(UUID otherStickId) {
        return new Outcome(
                outcomeId, rolloutId, releaseId, otherStickId, moduleId, result, reason, kept, at);
    }

    /** The same as an outcome of its own, told by a stick under another name. */
    public Outcome by(ModuleId otherModuleId, UUID otherOutcomeId) {
        return new Outcome(
                otherOutcomeId,
                rolloutId,
                releaseId,
                stickId,
                otherModuleId,
                result,
                reason,
                kept,
                at);
    }

    public Envelope sign(SigningKey key) {
        JsonObject json =
                new JsonBuilder()
                        .put("outcome_id", outcomeId)
                        .put("rollout_id", rolloutId)
                        .put("release_id", releaseId)
                        .put("stick_id", stickId)
                        .put("module_id", moduleId.value())
                        .put("result", result.wire())
                        .put("reason", reason)
                        .strings("kept", kept, RelativePath::value)
                        .put("at", at)
                        .build();
        return Envelope.sign(PayloadType.OUTCOME, Json.write(json), key);
    }
}
