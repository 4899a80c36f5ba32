package org.metalayer.agent.files;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.RelativePath;

/**
 * The result of a three-way merge.
 *
 * @param outcomes what becomes of every path that any side knows
 */
public record Merge(SortedMap<RelativePath, PathOutcome> outcomes) {

    public Merge {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
    }

    /** Whether nothing waits for the owner. */
    public boolean isClean() {
        return conflicts().isEmpty();
    }

    /** The paths that wait for the owner. */
    public SortedMap<RelativePath, PathOutcome.Conflict> conflicts() {
        SortedMap<RelativePath, PathOutcome.Conflict> conflicts = new TreeMap<>();
        outcomes.forEach((path, outcome) -> {
            if (outcome instanceof PathOutcome.Conflict conflict) {
                conflicts.put(path, conflict);
            }
        });
        return conflicts;
    }

    /** The files of the merged component. */
    public SortedMap<RelativePath, FileEntry> files() {
        SortedMap<RelativePath, FileEntry> files = new TreeMap<>();
        outcomes.forEach(
                (path, outcome) -> outcome.standing().ifPresent(file -> files.put(path, file)));
        return files;
    }
}
