package org.metalayer.agent.install;

import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.metalayer.agent.content.ComponentContent;
import org.metalayer.agent.files.Merge;
import org.metalayer.agent.files.RefusedEntry;
import org.metalayer.agent.files.Tree;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.RelativePath;

/** The owner's files as if the owner had never touched what is in conflict. */
final class Yielding {

    private Yielding() {}

    static Tree without(ComponentContent content, Merge merge) {
        Set<RelativePath> conflicts = merge.conflicts().keySet();
        SortedMap<RelativePath, FileEntry> rest = new TreeMap<>(content.tree().files());
        rest.keySet().removeIf(path -> isInTheWay(path.value(), conflicts));
        SortedMap<RelativePath, FileEntry> base = content.base().files();
        for (RelativePath conflict : conflicts) {
            FileEntry before = base.get(conflict);
            if (before != null) {
                rest.put(conflict, before);
            }
        }
        List<RefusedEntry> refused =
                content.tree().refused().stream()
                        .filter(entry -> !isInTheWay(entry.path(), conflicts))
                        .toList();
        List<String> ignored =
                content.tree().ignored().stream()
                        .filter(path -> !isInTheWay(path, conflicts))
                        .toList();
        return new Tree(rest, refused, ignored);
    }

    private static boolean isInTheWay(String path, Set<RelativePath> conflicts) {
        return conflicts.stream().anyMatch(conflict -> overlap(fold(path), conflict.folded()));
    }

    private static boolean overlap(String one, String other) {
        return one.equals(other) || one.startsWith(other + "/") || other.startsWith(one + "/");
    }

    private static String fold(String path) {
        return RelativePath.objectionTo(path).isEmpty() ? new RelativePath(path).folded() : path;
    }
}
