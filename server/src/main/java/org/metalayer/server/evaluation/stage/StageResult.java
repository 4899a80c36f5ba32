package org.metalayer.server.evaluation.stage;

import java.util.Optional;
import org.metalayer.protocol.json.JsonObject;

/**
 * What a stage says of a dossier.
 *
 * @param document what it wrote beside its finding, as a bill of materials
 */
public record StageResult(
        String stage, Tool tool, Finding finding, Optional<JsonObject> document) {}
