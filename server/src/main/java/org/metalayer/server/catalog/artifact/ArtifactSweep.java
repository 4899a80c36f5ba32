package org.metalayer.server.catalog.artifact;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jboss.logging.Logger;
import org.metalayer.protocol.Sha256;

/** Frees the disk of artifacts that no release has and no undecided report needs. */
@ApplicationScoped
public class ArtifactSweep {

    private static final Logger LOG = Logger.getLogger(ArtifactSweep.class);

    @Inject ArtifactQueries artifacts;
    @Inject ArtifactStore store;
    @Inject ArtifactTurns turns;

    /** A file goes only after its row: one without a row is a leftover, the reverse is a loss. */
    @Scheduled(
            every = "${metalayer.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sweep() throws IOException {
        int dropped = disown();
        clean();
        if (dropped > 0) {
            LOG.infof("Dropped %d artifacts: no release and no open report has them.", dropped);
        }
    }

    @Transactional
    int disown() {
        turns.beforeSweep();
        return artifacts.disown();
    }

    @Transactional
    void clean() throws IOException {
        turns.beforeSweep();
        List<Sha256> leftovers = artifacts.leftovers();
        for (Sha256 leftover : leftovers) {
            Files.deleteIfExists(store.path(leftover));
        }
        artifacts.forgetLeftovers(leftovers);
    }
}
