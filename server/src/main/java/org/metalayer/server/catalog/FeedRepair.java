package org.metalayer.server.catalog;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Texts;
import org.metalayer.server.catalog.artifact.ArtifactStore;
import org.metalayer.server.catalog.feed.Feed;

/**
 * Makes the feed what the database says, at every start: a restored database may know more than the
 * disk.
 */
@ApplicationScoped
class FeedRepair {

    private static final Logger LOG = Logger.getLogger(FeedRepair.class);
    private static final int SHOWN = 5;

    @Inject ReleaseTargets targets;
    @Inject ArtifactStore artifacts;
    @Inject Catalog catalog;
    @Inject Feed feed;

    private volatile Set<Sha256> lost = Set.of();

    @Transactional
    void repair(@Observes StartupEvent starting) throws IOException {
        mendArtifacts();
        targets.mend(this::isWhole);
    }

    /** Files of releases that are neither in the feed nor in the store, in words for people. */
    Optional<String> trouble() {
        return lost.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s of releases gone, such as %s: restore blobs/ from the backup, then start the Main System again"
                                .formatted(
                                        Texts.count(lost.size(), "file"),
                                        lost.stream()
                                                .limit(SHOWN)
                                                .map(Sha256::hex)
                                                .collect(Collectors.joining(", "))));
    }

    private void mendArtifacts() throws IOException {
        List<Sha256> unpublished = new ArrayList<>();
        List<Sha256> unstored = new ArrayList<>();
        Set<Sha256> gone = new HashSet<>();
        for (Sha256 kept : artifacts.kept()) {
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
        lost = gone;
        trouble().ifPresent(LOG::error);
    }

    /** Whoever finds a release can fetch it whole: one that is not whole is not to be found. */
    private boolean isWhole(UUID release) {
        return lost.isEmpty()
                || catalog.files(release).digests().stream()
                        .noneMatch(file -> lost.contains(file) && Files.notExists(feed.blob(file)));
    }
}
