package org.metalayer.server.rollout;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.metalayer.server.catalog.feed.Feed;

/**
 * Keeps the newest deployment manifest in memory, so that polling asks neither database nor disk.
 */
@ApplicationScoped
public class Manifests {

    @Inject ManifestSigner signer;
    @Inject ManifestRepository repository;
    @Inject Feed feed;

    @SuppressWarnings("NullAway.Init") // set at the start, before anything is served
    private volatile ServedManifest served;

    /** The newest signed manifest. */
    public ServedManifest newest() {
        return served;
    }

    /** Signs what changed and takes over what another replica signed. */
    public void refresh() {
        signer.signIfChanged();
        takeOver(served.sequence());
    }

    void begin(@Observes StartupEvent starting) {
        signer.signIfChanged();
        takeOver(0);
    }

    private synchronized void takeOver(long sequence) {
        repository
                .newerThan(sequence)
                .ifPresent(newer -> {
                    // The file first: what could not be written is taken over again.
                    feed.publishManifest(newer.envelope());
                    served = newer;
                });
    }
}
