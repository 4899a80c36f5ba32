package org.metalayer.server.rollout;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.metalayer.server.catalog.feed.Feed;
import org.metalayer.server.catalog.trust.Trust;
import org.metalayer.server.platform.StartupException;

/**
 * Keeps the newest deployment manifest in memory, so that polling asks neither database nor disk.
 */
@ApplicationScoped
public class Manifests {

    private static final Logger LOG = Logger.getLogger(Manifests.class);

    @Inject ManifestSigner signer;
    @Inject ManifestRepository repository;
    @Inject Trust trust;
    @Inject Feed feed;

    private volatile @Nullable ServedManifest served;
    private volatile @Nullable String trouble;
    private long written;

    /** The newest signed manifest; there is one before anything is served. */
    public ServedManifest newest() {
        return requireNonNull(served);
    }

    /**
     * Signs what changed and takes over what another replica signed. What fails is said in {@link
     * #trouble} and tried again by the schedule: neither a full disk nor a full manifest may keep
     * rollouts from being looked at.
     */
    public void refresh() {
        try {
            // What is approved has to be listed by its role before the manifest speaks of it.
            trust.refresh();
            signer.signIfChanged();
            takeOver();
            trust.refresh();
            writeFile();
            trouble = null;
        } catch (RuntimeException e) {
            LOG.error("Publishing the deployment manifest failed; the schedule tries again.", e);
            trouble = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
    }

    /** Why sticks are not told what should run now, if they are not. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    void begin(@Observes StartupEvent starting) {
        served = null;
        written = 0;
        refresh();
        if (served == null) {
            takeOver();
        }
        if (served == null) {
            throw new StartupException("there is no deployment manifest to serve: " + trouble);
        }
    }

    private synchronized void takeOver() {
        ServedManifest last = served;
        repository.newerThan(last == null ? 0 : last.sequence()).ifPresent(newer -> served = newer);
    }

    /** After what is served: a halt must reach sticks also when the disk is full. */
    private synchronized void writeFile() {
        ServedManifest newest = newest();
        if (newest.sequence() > written) {
            feed.publishManifest(newest.envelope());
            written = newest.sequence();
        }
    }
}
