package org.metalayer.agent.content;

import java.util.Optional;
import org.metalayer.agent.files.FileSet;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What a component was before its release.
 *
 * @param tree name of the directory that holds it, among the component's previous ones; empty when
 *     the release was adopted and nothing was replaced
 * @param files what stood in that directory when it was replaced
 * @param installed its release; empty when it was the owner's own
 */
public record Previous(Optional<String> tree, FileSet files, Optional<Installed> installed) {

    Previous forgetOlder() {
        return new Previous(
                tree, files, installed.map(release -> release.withPrevious(Optional.empty())));
    }

    static Previous read(JsonObject json, FileSetTable.Sets sets) {
        return new Previous(
                json.optionalString("tree"),
                sets.of("files", json),
                json.members().get("installed") instanceof JsonObject installed
                        ? Optional.of(Installed.read(installed, sets))
                        : Optional.empty());
    }

    JsonObject write(FileSetTable table) {
        JsonBuilder json =
                new JsonBuilder()
                        .put("tree", tree.orElse(null))
                        .put("files", table.numberOf(files));
        installed.ifPresent(release -> json.put("installed", release.write(table).build()));
        return json.build();
    }
}
