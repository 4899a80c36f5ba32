package org.metalayer.agent.outcome;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;
import org.metalayer.protocol.message.OutcomeResult;

/** An outcome as the owner sees it later. */
public record PastOutcome(
        UUID outcomeId,
        ReleaseName release,
        OutcomeResult result,
        String reason,
        List<RelativePath> kept,
        Instant at) {

    private static final String NOT_TOLD = "not told: it was for another Main System";

    public PastOutcome {
        kept = List.copyOf(kept);
    }

    /** The same, of which only this stick knows; saying so twice adds nothing. */
    PastOutcome notTold() {
        if (reason.endsWith(NOT_TOLD)) {
            return this;
        }
        String why = reason.isEmpty() ? NOT_TOLD : reason + "; " + NOT_TOLD;
        return new PastOutcome(outcomeId, release, result, why, kept, at);
    }

    static PastOutcome read(JsonObject json) {
        return new PastOutcome(
                json.uuid("outcome_id"),
                new ReleaseName(
                        new ComponentName(json.string("component")), json.integer("version")),
                OutcomeResult.parse(json.string("result")),
                json.string("reason"),
                json.strings("kept", RelativePath::new),
                json.instant("at"));
    }

    public JsonObject write() {
        return new JsonBuilder()
                .put("outcome_id", outcomeId)
                .put("component", release.component().value())
                .put("version", release.version())
                .put("result", result.wire())
                .put("reason", reason)
                .strings("kept", kept, RelativePath::value)
                .put("at", at)
                .build();
    }
}
