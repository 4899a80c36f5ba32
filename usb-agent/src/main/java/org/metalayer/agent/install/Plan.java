package org.metalayer.agent.install;

import java.util.List;
import java.util.Optional;
import org.metalayer.agent.content.FileSetTable;
import org.metalayer.agent.content.Installed;
import org.metalayer.agent.files.FileSet;
import org.metalayer.agent.files.RefusedEntry;
import org.metalayer.agent.files.Tree;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What an exchange of trees is meant to do, written down before it.
 *
 * @param found the owner's files as they were when this was planned
 * @param unmovable paths of entries beside them that no release can hold
 * @param target the files afterwards
 * @param next what is installed afterwards; empty when the component is no longer a release's
 */
record Plan(FileSet found, List<String> unmovable, FileSet target, Optional<Installed> next) {

    Plan {
        unmovable = List.copyOf(unmovable);
    }

    static Plan of(Tree found, FileSet target, Optional<Installed> next) {
        return new Plan(found.fileSet(), refused(found), target, next);
    }

    /** Whether the owner has changed nothing since. */
    boolean stillFinds(Tree now) {
        return found.files().equals(now.files()) && unmovable.equals(refused(now));
    }

    private static List<String> refused(Tree tree) {
        return tree.refused().stream().map(RefusedEntry::path).sorted().toList();
    }

    static Plan read(JsonObject json) {
        FileSetTable.Sets sets = FileSetTable.read(json);
        return new Plan(
                sets.of("found", json),
                json.strings("unmovable", path -> path),
                sets.of("target", json),
                json.members().get("next") instanceof JsonObject next
                        ? Optional.of(Installed.read(next, sets))
                        : Optional.empty());
    }

    JsonObject write() {
        FileSetTable table = new FileSetTable();
        JsonBuilder json =
                new JsonBuilder()
                        .put("found", table.numberOf(found))
                        .strings("unmovable", unmovable, path -> path)
                        .put("target", table.numberOf(target));
        next.ifPresent(installed -> json.put("next", installed.write(table).build()));
        return table.write(json).build();
    }
}
