package org.metalayer.server.catalog.artifact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.metalayer.protocol.Sha256;

/** Puts checked files into the store and vouches for them. */
@ApplicationScoped
class ArtifactPlacement {

    @Inject ArtifactQueries artifacts;
    @Inject ArtifactTurns turns;

    /** In one transaction, so that no sweep takes a file between its placing and its row. */
    @Transactional
    void store(ArtifactFiles files, List<ArtifactFiles.Staged> staged, Map<Sha256, Long> sizes)
            throws IOException {
        turns.beforeUse();
        files.place(staged);
        artifacts.add(sizes);
    }
}
