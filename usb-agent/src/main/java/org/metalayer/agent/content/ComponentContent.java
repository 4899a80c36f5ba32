package org.metalayer.agent.content;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import org.metalayer.agent.files.Tree;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.RelativePath;

/**
 * A component as it is in the owner's directory, beside the release it came from.
 *
 * @param installed empty for a component that no release stands behind yet
 */
public record ComponentContent(ComponentName component, Optional<Installed> installed, Tree tree) {

    /** Whether no release stands behind it yet. */
    public boolean isNew() {
        return installed.isEmpty();
    }

    /** What the owner's changes are measured against. */
    public FileManifest base() {
        return installed.map(Installed::files).orElse(FileManifest.EMPTY);
    }

    /** Every file that is not as the release has it, in path order. */
    public List<Change> changes() {
        SortedMap<RelativePath, FileEntry> before = base().files();
        SortedMap<RelativePath, FileEntry> now = tree.files();
        TreeSet<RelativePath> paths = new TreeSet<>(before.keySet());
        paths.addAll(now.keySet());
        List<Change> changes = new ArrayList<>();
        for (RelativePath path : paths) {
            if (!before.containsKey(path)) {
                changes.add(new Change(Change.Kind.ADDED, path));
            } else if (!now.containsKey(path)) {
                changes.add(new Change(Change.Kind.REMOVED, path));
            } else if (!before.get(path).equals(now.get(path))) {
                changes.add(new Change(Change.Kind.MODIFIED, path));
            }
        }
        return List.copyOf(changes);
    }
}
