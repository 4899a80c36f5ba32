package org.metalayer.agent.content;

import java.util.Optional;
import java.util.UUID;
import org.metalayer.agent.files.FileSet;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * The release that a component runs.
 *
 * @param rolloutId the rollout that brought it
 * @param files as the release has them: what the owner's changes are measured against
 * @param laidOut as they were when the release was activated, the owner's changes of then included
 * @param adopted the release was made from the files that were already here
 * @param previous what to return to; empty when the component was not here before
 */
public record Installed(
        ComponentName component,
        UUID releaseId,
        long version,
        UUID rolloutId,
        FileManifest files,
        FileSet laidOut,
        boolean adopted,
        Optional<Previous> previous) {

    /** The same, remembering nothing from before its own previous release. */
    public Installed forgetOlder() {
        return withPrevious(previous.map(Previous::forgetOlder));
    }

    public Installed withPrevious(Optional<Previous> other) {
        return new Installed(
                component, releaseId, version, rolloutId, files, laidOut, adopted, other);
    }

    static Installed read(JsonObject json) {
        return read(json, FileSetTable.read(json));
    }

    /** One that is part of a larger record, which has the file sets. */
    public static Installed read(JsonObject json, FileSetTable.Sets sets) {
        return new Installed(
                new ComponentName(json.string("component")),
                json.uuid("release_id"),
                json.integer("version"),
                json.uuid("rollout_id"),
                new FileManifest(sets.of("files", json).files()),
                sets.of("laid_out", json),
                json.bool("adopted"),
                json.members().get("previous") instanceof JsonObject previous
                        ? Optional.of(Previous.read(previous, sets))
                        : Optional.empty());
    }

    JsonObject write() {
        FileSetTable table = new FileSetTable();
        return table.write(write(table)).build();
    }

    /** One that is part of a larger record, which has the file sets. */
    public JsonBuilder write(FileSetTable table) {
        JsonBuilder json =
                new JsonBuilder()
                        .put("component", component.value())
                        .put("release_id", releaseId)
                        .put("version", version)
                        .put("rollout_id", rolloutId)
                        .put("adopted", adopted)
                        .put("files", table.numberOf(FileSet.of(files)))
                        .put("laid_out", table.numberOf(laidOut));
        previous.ifPresent(before -> json.put("previous", before.write(table)));
        return json;
    }
}
