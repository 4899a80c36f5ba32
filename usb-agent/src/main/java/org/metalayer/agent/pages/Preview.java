package org.metalayer.agent.pages;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import org.metalayer.agent.files.TreeFile;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.RelativePath;

/** What the owner has in the component's directory now: any file that could be reported. */
record Preview(Shelf shelf, ComponentName component) implements Holding {

    @Override
    public Find find(RelativePath path) throws IOException {
        if (path.isPassedOver()) {
            return new Find.Absent();
        }
        try {
            return new Find.Present(
                    TreeFile.open(shelf.directory(component), path), Optional.empty());
        } catch (FileSystemException e) {
            return new Find.Absent();
        }
    }
}
