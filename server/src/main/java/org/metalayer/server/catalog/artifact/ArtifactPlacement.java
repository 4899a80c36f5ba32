package org.metalayer.server.catalog.artifact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.metalayer.protocol.Sha256;

/** Puts checked files into the store and vouches for them. */
@ApplicationScoped
class ArtifactPlacement {

    @Inject ArtifactQueries artifacts;
    @Inject ArtifactTurns turns;

    /**
     * In one transaction, so that no sweep takes a file between its placing and its row. The
     * database writes the rows while the files are placed; nobody sees them before both are done.
     *
     * @throws IOException when a file could not be placed; no row is left then either
     */
    @Transactional(rollbackOn = Exception.class)
    void store(ArtifactFiles files, List<ArtifactFiles.Staged> staged, Map<Sha256, Long> sizes)
            throws IOException {
        turns.beforeUse();
        Future<?> placing = begin(files, staged);
        try {
            artifacts.add(sizes);
        } finally {
            AsideWrites.finish(placing);
        }
    }

    /**
     * Vouches for a file that lies in its place and was just read there. It is not read again: that
     * may take minutes, which a transaction does not have, and no sweep would get its turn.
     *
     * @throws IOException when a sweep took it since
     */
    @Transactional(rollbackOn = Exception.class)
    void vouch(ArtifactFiles files, Sha256 digest, long size) throws IOException {
        turns.beforeUse();
        files.settleInPlace(digest);
        artifacts.add(Map.of(digest, size));
    }

    private static Future<?> begin(ArtifactFiles files, List<ArtifactFiles.Staged> staged) {
        FutureTask<Integer> placing =
                new FutureTask<>(() -> {
                    files.place(staged);
                    return staged.size();
                });
        Thread.ofPlatform().daemon().name("placing artifacts").start(placing);
        return placing;
    }
}
