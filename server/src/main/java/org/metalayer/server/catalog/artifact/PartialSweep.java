package org.metalayer.server.catalog.artifact;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Frees the disk of uploads that nobody goes on with; whoever does begins again. */
@ApplicationScoped
class PartialSweep {

    private static final Logger LOG = Logger.getLogger(PartialSweep.class);
    private static final Duration KEPT = Duration.ofDays(7);

    @Inject ArtifactStore store;
    @Inject InstantSource clock;

    @Scheduled(every = "1h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() throws IOException {
        Instant abandoned = clock.instant().minus(KEPT);
        for (Path partial : partials()) {
            if (Files.getLastModifiedTime(partial).toInstant().isBefore(abandoned)) {
                Files.deleteIfExists(partial);
                LOG.infof("Dropped the upload %s: nobody went on with it.", partial.getFileName());
            }
        }
    }

    private List<Path> partials() throws IOException {
        // The first sweep may come before the start has made the directory.
        if (Files.notExists(store.partials())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(store.partials())) {
            return files.toList();
        }
    }
}
