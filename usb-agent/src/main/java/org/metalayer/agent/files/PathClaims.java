package org.metalayer.agent.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.metalayer.protocol.RelativePath;

/**
 * Which names a set of files takes on a system that ignores case and Unicode form (protocol §6):
 * its own, and for a directory each one above it.
 */
final class PathClaims {

    private final Map<String, List<RelativePath>> files = new HashMap<>();

    /** By folded name: each spelling of a folder, with something that lies in it. */
    private final Map<String, Map<RelativePath, RelativePath>> folders = new HashMap<>();

    PathClaims(Collection<RelativePath> paths) {
        paths.forEach(this::add);
    }

    /** Claims what an entry with any name takes: one that is no good path still has its folder. */
    void add(String entry) {
        int slash = entry.lastIndexOf('/');
        if (RelativePath.objectionTo(entry).isEmpty()) {
            add(new RelativePath(entry));
        } else if (slash > 0) {
            RelativePath folder = new RelativePath(entry.substring(0, slash));
            addFolder(folder, folder);
            addFoldersOf(folder);
        }
    }

    /** Why {@code path} cannot exist beside the set's other files; empty when it can. */
    Optional<String> clashWith(RelativePath path) {
        String folded = path.folded();
        for (RelativePath twin : files.getOrDefault(folded, List.of())) {
            if (!twin.equals(path)) {
                return Optional.of("differs only in case from " + twin);
            }
        }
        Map<RelativePath, RelativePath> asFolder = folders.getOrDefault(folded, Map.of());
        if (!asFolder.isEmpty()) {
            RelativePath below = asFolder.values().iterator().next();
            return Optional.of("is a file, but would have to be the folder of " + below);
        }
        return foldersOf(path).stream().flatMap(folder -> clashOf(folder).stream()).findFirst();
    }

    private Optional<String> clashOf(RelativePath folder) {
        String folded = folder.folded();
        Optional<String> file =
                files.getOrDefault(folded, List.of()).stream()
                        .findFirst()
                        .map(name -> "lies in " + name + ", which is a file");
        return file.or(() ->
                folders.getOrDefault(folded, Map.of()).keySet().stream()
                        .filter(spelling -> !spelling.equals(folder))
                        .findFirst()
                        .map(other -> "lies in a folder that differs only in case from " + other));
    }

    private void add(RelativePath path) {
        files.computeIfAbsent(path.folded(), folded -> new ArrayList<>(1)).add(path);
        addFoldersOf(path);
    }

    private void addFoldersOf(RelativePath path) {
        foldersOf(path).forEach(folder -> addFolder(folder, path));
    }

    private void addFolder(RelativePath folder, RelativePath below) {
        folders.computeIfAbsent(folder.folded(), folded -> new TreeMap<>())
                .putIfAbsent(folder, below);
    }

    private static List<RelativePath> foldersOf(RelativePath file) {
        String path = file.value();
        List<RelativePath> above = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            above.add(new RelativePath(path.substring(0, slash)));
        }
        return above;
    }
}
