package org.metalayer.server.catalog.trust;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Set;
import org.metalayer.server.catalog.feed.Feed;

/**
 * Forgets metadata that nobody can be in the middle of fetching any more. Roots stay for ever, as
 * clients walk from the one they pinned.
 */
@ApplicationScoped
class TrustSweep {

    /** A slow stick fetches for an hour, and a cache may hold a timestamp for some minutes. */
    private static final Duration KEPT = Duration.ofDays(1);

    private static final Set<TrustRole> FORGOTTEN =
            EnumSet.complementOf(EnumSet.of(TrustRole.ROOT));

    @Inject TrustMetadataRepository repository;
    @Inject TrustFeed trustFeed;
    @Inject Feed feed;
    @Inject InstantSource clock;

    @Scheduled(
            every = "${metalayer.sweep.every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onSchedule() throws IOException {
        sweep();
    }

    void sweep() throws IOException {
        Instant since = clock.instant().minus(KEPT);
        forget(since);
        ServedTrust served = trustFeed.served();
        feed.sweepMetadata(served.fileNames(), since);
        feed.sweepTargets("director", served.targetNames(), since);
    }

    @Transactional
    void forget(Instant since) {
        repository.prune(FORGOTTEN, since);
    }
}
