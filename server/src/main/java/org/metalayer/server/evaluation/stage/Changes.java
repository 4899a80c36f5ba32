package org.metalayer.server.evaluation.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.RelativePath;

/** What differs between two states of a component, each list in path order. */
public record Changes(
        List<RelativePath> added, List<RelativePath> modified, List<RelativePath> removed) {

    public static final Changes NONE = new Changes(List.of(), List.of(), List.of());

    public Changes {
        added = List.copyOf(added);
        modified = List.copyOf(modified);
        removed = List.copyOf(removed);
    }

    public static Changes between(FileManifest before, FileManifest after) {
        Map<RelativePath, FileEntry> old = before.files();
        List<RelativePath> added = new ArrayList<>();
        List<RelativePath> modified = new ArrayList<>();
        for (FileEntry file : after.entries()) {
            FileEntry was = old.get(file.path());
            if (was == null) {
                added.add(file.path());
            } else if (!was.sameContent(file)) {
                modified.add(file.path());
            }
        }
        List<RelativePath> removed =
                old.keySet().stream().filter(path -> !after.files().containsKey(path)).toList();
        return new Changes(added, modified, removed);
    }

    /** At most {@code most} paths of each kind, the first ones. */
    public Changes first(int most) {
        return new Changes(first(added, most), first(modified, most), first(removed, most));
    }

    private static List<RelativePath> first(List<RelativePath> paths, int most) {
        return paths.subList(0, Math.min(most, paths.size()));
    }

    public boolean isEmpty() {
        return count() == 0;
    }

    public int count() {
        return added.size() + modified.size() + removed.size();
    }

    /** What a new state brings: added and modified files. */
    public List<RelativePath> written() {
        return Stream.concat(added.stream(), modified.stream()).sorted().toList();
    }

    /** Everything that differs. */
    public List<RelativePath> all() {
        return Stream.concat(written().stream(), removed.stream()).sorted().toList();
    }
}
