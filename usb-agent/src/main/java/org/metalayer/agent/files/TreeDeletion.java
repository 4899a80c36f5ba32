package org.metalayer.agent.files;

import java.io.IOException;
import java.nio.file.Path;

/** Removes a tree through open directories, so that no link leads it elsewhere. */
final class TreeDeletion {

    private final StorageFaults faults;

    TreeDeletion(StorageFaults faults) {
        this.faults = faults;
    }

    void delete(Path root) throws IOException {
        Path name = root.toAbsolutePath().getFileName();
        if (name == null) {
            throw new IOException("refusing to delete the root directory");
        }
        try (OpenDirectory parent = OpenDirectory.following(DurableFiles.parent(root))) {
            delete(parent, name);
        }
    }

    private void delete(OpenDirectory directory, Path name) throws IOException {
        if (!directory.attributes(name).isDirectory()) {
            faults.before("delete");
            directory.deleteFile(name);
            return;
        }
        try (OpenDirectory inner = directory.enter(name)) {
            for (Path child : inner.names()) {
                delete(inner, child);
            }
        }
        faults.before("delete");
        directory.deleteDirectory(name);
    }
}
