package org.metalayer.agent.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.metalayer.protocol.RelativePath;

/**
 * Which names a set of files takes on a system that ignores case and Unicode form (protocol §6):
 * its own, and for a directory each one above it.
 */
final class PathClaims {

    private final Map<String, List<RelativePath>> files = new HashMap<>();
    private final Map<String, RelativePath> directories = new HashMap<>();
    private final Map<String, Set<String>> spellings = new HashMap<>();

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
            directories.putIfAbsent(folder.folded(), folder);
            addSpelling(folder.value());
            addDirectoriesOf(folder);
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
        RelativePath below = directories.get(folded);
        if (below != null) {
            return Optional.of("is a file, but would have to be the folder of " + below);
        }
        for (String above : directoriesOf(folded)) {
            List<RelativePath> file = files.getOrDefault(above, List.of());
            if (!file.isEmpty()) {
                return Optional.of("lies in " + file.getFirst() + ", which is a file");
            }
        }
        return otherSpelling(path);
    }

    private Optional<String> otherSpelling(RelativePath path) {
        for (String directory : directoriesOf(path.value())) {
            for (String other :
                    spellings.getOrDefault(new RelativePath(directory).folded(), Set.of())) {
                if (!other.equals(directory)) {
                    return Optional.of(
                            "lies in %s, which differs only in case from the folder %s"
                                    .formatted(directory, other));
                }
            }
        }
        return Optional.empty();
    }

    private void add(RelativePath path) {
        files.computeIfAbsent(path.folded(), folded -> new ArrayList<>(1)).add(path);
        addDirectoriesOf(path);
    }

    private void addDirectoriesOf(RelativePath path) {
        directoriesOf(path.folded()).forEach(above -> directories.putIfAbsent(above, path));
        directoriesOf(path.value()).forEach(this::addSpelling);
    }

    private void addSpelling(String directory) {
        spellings
                .computeIfAbsent(new RelativePath(directory).folded(), folded -> new TreeSet<>())
                .add(directory);
    }

    private static List<String> directoriesOf(String path) {
        List<String> above = new ArrayList<>();
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            above.add(path.substring(0, slash));
        }
        return above;
    }
}
