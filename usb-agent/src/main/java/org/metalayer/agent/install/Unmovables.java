package org.metalayer.agent.install;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.metalayer.agent.files.RawPath;
import org.metalayer.agent.files.Tree;
import org.metalayer.protocol.RelativePath;

/**
 * Finds in a scanned directory what a scan passes over or refuses. By the directory's own names,
 * not by the scan's: a name that is no text cannot be found by its text.
 */
final class Unmovables {

    private final Tree scanned;
    private final List<Path> found = new ArrayList<>();

    Unmovables(Tree scanned) {
        this.scanned = scanned;
    }

    /** The topmost such entries below {@code root}. */
    List<Path> in(Path root) throws IOException {
        walk(root, "");
        return List.copyOf(found);
    }

    private void walk(Path directory, String prefix) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                Optional<String> path = RawPath.fileName(entry).map(name -> prefix + name);
                if (path.isPresent() && isEntered(entry, path.get())) {
                    walk(entry, path.get() + "/");
                } else if (path.isEmpty() || !isScanned(path.get())) {
                    found.add(entry);
                }
            }
        }
    }

    private static boolean isEntered(Path entry, String path) {
        return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
                && !path.substring(path.lastIndexOf('/') + 1).startsWith(".")
                && RelativePath.objectionTo(path).isEmpty();
    }

    private boolean isScanned(String path) {
        return RelativePath.objectionTo(path).isEmpty()
                && scanned.files().containsKey(new RelativePath(path));
    }
}
