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
        Path absolute = root.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        if (parent == null) {
            throw new IOException("refusing to delete the root directory");
        }
        try (OpenDirectory above = OpenDirectory.at(parent)) {
            delete(above, absolute.getFileName());
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
