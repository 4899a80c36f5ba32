package org.metalayer.server.evaluation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.metalayer.protocol.FileEntry;
import org.metalayer.protocol.FileManifest;
import org.metalayer.protocol.RelativePath;
import org.metalayer.protocol.health.ComponentFiles;
import org.metalayer.server.catalog.artifact.ArtifactStore;

/** A component whose files lie in the store. */
record StoredFiles(FileManifest manifest, ArtifactStore artifacts) implements ComponentFiles {

    @Override
    public OptionalLong size(RelativePath path) {
        return file(path).map(file -> OptionalLong.of(file.size())).orElseGet(OptionalLong::empty);
    }

    @Override
    public InputStream open(RelativePath path) throws IOException {
        return artifacts.open(file(path).orElseThrow().sha256());
    }

    private Optional<FileEntry> file(RelativePath path) {
        return Optional.ofNullable(manifest.files().get(path));
    }
}
