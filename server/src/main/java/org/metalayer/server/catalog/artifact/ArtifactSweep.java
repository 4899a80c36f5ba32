package org.metalayer.server.catalog.artifact;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.metalayer.protocol.Sha256;

/** Frees the disk of artifacts that no release has and no undecided report needs. */
@ApplicationScoped
public class ArtifactSweep {

    private static final Logger LOG = Logger.getLogger(ArtifactSweep.class);

    /** One stick can announce 200,000 files and send none: neither memory nor a turn is for all. */
    static final int BATCH = 5000;

    @Inject ArtifactQueries artifacts;
    @Inject ArtifactStore store;
    @Inject ArtifactTurns turns;

    /** A file goes only after its row: one without a row is a leftover, the reverse is a loss. */
    @Scheduled(
            every = "${metalayer.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void sweep() {
        int dropped = disown();
        Optional<Sha256> last = clean(Optional.empty());
        while (last.isPresent()) {
            last = clean(last);
        }
        if (dropped > 0) {
            LOG.infof("Dropped %d artifacts: no release and no open report has them.", dropped);
        }
    }

    @Transactional
    int disown() {
        turns.beforeSweep();
        artifacts.forgetReturned();
        return artifacts.disown();
    }

    /** One batch behind {@code last}; answers the last one of it where more may follow. */
    @Transactional
    Optional<Sha256> clean(Optional<Sha256> last) {
        turns.beforeSweep();
        List<Sha256> leftovers = artifacts.leftoversAfter(last, BATCH);
        artifacts.forgetLeftovers(leftovers.stream().filter(this::isGone).toList());
        return leftovers.size() < BATCH ? Optional.empty() : Optional.of(leftovers.getLast());
    }

    /** One that cannot be deleted stays a leftover, and holds up no other. */
    private boolean isGone(Sha256 leftover) {
        try {
            Files.deleteIfExists(store.path(leftover));
            return true;
        } catch (IOException e) {
            LOG.warnf("%s stays, it cannot be deleted: %s", leftover, e);
            return false;
        }
    }
}
