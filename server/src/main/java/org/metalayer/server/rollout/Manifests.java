package org.metalayer.server.rollout;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.catalog.feed.Feed;

/**
 * Keeps the newest deployment manifest in memory, so that polling asks neither database nor disk.
 */
@ApplicationScoped
public class Manifests {

    @Inject ManifestSigner signer;
    @Inject ManifestRepository repository;
    @Inject Feed feed;

    private volatile @Nullable ServedManifest served;

    /** The newest signed manifest; there is one before anything is served. */
    public ServedManifest newest() {
        return requireNonNull(served);
    }

    /** Signs what changed and takes over what another replica signed. */
    public void refresh() {
        signer.signIfChanged();
        takeOver();
    }

    void begin(@Observes StartupEvent starting) {
        served = null;
        refresh();
    }

    private synchronized void takeOver() {
        ServedManifest last = served;
        repository
                .newerThan(last == null ? 0 : last.sequence())
                .ifPresent(newer -> {
                    // The file first: what could not be written is taken over again.
                    feed.publishManifest(newer.envelope());
                    served = newer;
                });
    }
}
