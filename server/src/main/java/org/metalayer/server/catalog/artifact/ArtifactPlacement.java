package org.metalayer.server.catalog.artifact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.metalayer.protocol.Sha256;

/**
 * Puts checked files into the store and vouches for them. Both happen while nothing is swept, but
 * no transaction waits for the disk between them.
 */
@ApplicationScoped
class ArtifactPlacement {

    @Inject ArtifactQueries artifacts;
    @Inject ArtifactTurns turns;

    /** Returns when the artifacts are durable and known. */
    void store(ArtifactFiles files, List<ArtifactFiles.Staged> staged, Map<Sha256, Long> sizes)
            throws IOException {
        files.settle(place(files, staged));
        vouch(files, sizes);
    }

    @Transactional
    Set<Path> place(ArtifactFiles files, List<ArtifactFiles.Staged> staged) throws IOException {
        turns.beforeUse();
        artifacts.comeBack(staged.stream().map(ArtifactFiles.Staged::digest).toList());
        return files.place(staged);
    }

    /**
     * @throws IOException when a sweep came between, which only happens to what nobody holds any
     *     more
     */
    @Transactional
    void vouch(ArtifactFiles files, Map<Sha256, Long> sizes) throws IOException {
        turns.beforeUse();
        for (Sha256 digest : sizes.keySet()) {
            if (!Files.exists(files.of(digest))) {
                throw new NoSuchFileException(digest.hex(), null, "swept, as nobody held it");
            }
        }
        artifacts.add(sizes);
    }
}
