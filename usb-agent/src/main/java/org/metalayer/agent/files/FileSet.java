package org.metalayer.agent.files;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.RelativePath;

/**
 * Regular files by path, as they lie on this stick. Unlike a release's manifest it knows no limits:
 * the owner may keep as many files in a component as the stick holds.
 */
public record FileSet(SortedMap<RelativePath, FileEntry> files) {

    public static final FileSet EMPTY = new FileSet(new TreeMap<>());

    public FileSet {
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    }

    /** The files of a release. */
    public static FileSet of(FileManifest release) {
        return new FileSet(release.files());
    }

    /** The files in path order. */
    public List<FileEntry> entries() {
        return List.copyOf(files.values());
    }
}
