package org.metalayer.server.catalog;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.catalog.feed.Feed;

/**
 * Makes the feed what the database says, at every start: a restored database may know more than the
 * disk.
 */
@ApplicationScoped
class FeedRepair {

    private static final Logger LOG = Logger.getLogger(FeedRepair.class);

    /** How many digests are in memory at a time. */
    private static final int PAGE = 10_000;

    @Inject ReleaseTargets targets;
    @Inject ArtifactStore artifacts;
    @Inject Catalog catalog;
    @Inject Feed feed;

    private volatile LostFiles lost = LostFiles.NONE;

    /** In no transaction: what takes minutes in a large store must not run into a timeout. */
    void repair(@Observes StartupEvent starting) throws IOException {
        mendArtifacts(PAGE);
        targets.mend(this::isWhole);
    }

    /** Files of releases that are neither in the feed nor in the store, in words for people. */
    Optional<String> trouble() {
        return lost.trouble();
    }

    void mendArtifacts(int page) throws IOException {
        LostFiles found = LostFiles.NONE;
        Optional<Sha256> last = Optional.empty();
        List<Sha256> kept = artifacts.keptAfter(last, page);
        while (!kept.isEmpty()) {
            found = found.and(mend(kept));
            last = Optional.of(kept.getLast());
            kept = artifacts.keptAfter(last, page);
        }
        lost = found;
        trouble().ifPresent(LOG::error);
    }

    /** Those that are gone everywhere, or that the store cannot take back. */
    private List<Sha256> mend(List<Sha256> page) throws IOException {
        List<Sha256> unpublished = new ArrayList<>();
        List<Sha256> unstored = new ArrayList<>();
        List<Sha256> gone = new ArrayList<>();
        for (Sha256 kept : page) {
            boolean stored = Files.exists(artifacts.path(kept));
            if (Files.exists(feed.blob(kept))) {
                if (!stored) {
                    unstored.add(kept);
                }
            } else {
                (stored ? unpublished : gone).add(kept);
            }
        }
        feed.publish(unpublished);
        gone.addAll(feed.giveBack(unstored));
        return gone;
    }

    /** Whoever finds a release can fetch it whole: one that is not whole is not to be found. */
    private boolean isWhole(UUID release) {
        return lost.count() == 0
                || catalog.files(release).digests().stream()
                        .allMatch(file ->
                                Files.exists(feed.blob(file))
                                        || Files.exists(artifacts.path(file)));
    }
}
