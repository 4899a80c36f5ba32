package org.metalayer.agent.files;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.RelativePath;

/**
 * What a scan found in a component. Refused and ignored entries are the owner's as well: whoever
 * replaces the directory takes them along.
 *
 * @param files the regular files, by path
 * @param refused what cannot be released, with reasons
 * @param ignored editors' leftovers and dot-directories, which nobody means to release
 */
public record Tree(
        SortedMap<RelativePath, FileEntry> files,
        List<RefusedEntry> refused,
        List<String> ignored) {

    public Tree {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        refused = List.copyOf(refused);
        ignored = List.copyOf(ignored);
    }

    /** A tree without refused or ignored entries: one that was laid out from a release. */
    public static Tree of(FileManifest manifest) {
        return new Tree(manifest.files(), List.of(), List.of());
    }

    /** The regular files alone. */
    public FileSet fileSet() {
        return new FileSet(files);
    }
}
