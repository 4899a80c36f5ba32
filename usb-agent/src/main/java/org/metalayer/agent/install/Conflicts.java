package org.metalayer.agent.install;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.metalayer.agent.files.Merge;
import org.metalayer.agent.files.Tree;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * Files that owner and release both changed.
 *
 * @param files each with the reason, for the owner to read
 * @param ownersFiles digest of all the owner's files: once they are others, there may be no
 *     conflict any more
 */
public record Conflicts(List<String> files, Sha256 ownersFiles) {

    public Conflicts {
        files = List.copyOf(files);
    }

    static Conflicts of(Merge merge, Tree owners) {
        List<String> files =
                merge.conflicts().entrySet().stream()
                        .map(conflict -> conflict.getKey() + " " + conflict.getValue().reason())
                        .toList();
        return new Conflicts(files, digest(owners));
    }

    /** Names the state of the owner's files. */
    static Sha256 digest(Tree owners) {
        return Sha256.of(
                (owners.files().values().toString() + owners.refused() + owners.ignored())
                        .getBytes(StandardCharsets.UTF_8));
    }

    static Conflicts read(JsonObject json) {
        return new Conflicts(
                json.strings("files", text -> text), new Sha256(json.string("owners_files")));
    }

    JsonObject write() {
        return new JsonBuilder()
                .strings("files", files, text -> text)
                .put("owners_files", ownersFiles.hex())
                .build();
    }
}
