package org.metalayer.server.rollout;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.trust.Director;
import org.metalayer.server.catalog.trust.ListedTarget;
import org.metalayer.server.catalog.trust.Trust;
import org.metalayer.server.catalog.trust.TrustRole;
import org.metalayer.server.platform.StartupException;

/** Has what should run now told to the sticks, under the director's signature. */
@ApplicationScoped
public class Manifests {

    private static final Logger LOG = Logger.getLogger(Manifests.class);

    @Inject ManifestIssuer issuer;
    @Inject Trust trust;

    private volatile @Nullable String trouble;

    /** What sticks are given now; there is something before anything is served. */
    public ListedTarget newest() {
        return served().orElseThrow();
    }

    /**
     * Publishes what changed and takes over what another replica published. What fails is said in
     * {@link #trouble} and tried again by the schedule: neither a full disk nor a full manifest may
     * keep rollouts from being looked at.
     */
    public void refresh() {
        // What is approved has to be listed by its role before the manifest speaks of it; and a
        // file that cannot be written keeps no halt from being issued and served from memory.
        @Nullable String first = null;
        for (Runnable step :
                List.<Runnable>of(trust::refresh, issuer::issueIfChanged, trust::refresh)) {
            @Nullable String failure = attempt(step);
            first = first == null ? failure : first;
        }
        trouble = first;
    }

    /** Why sticks are not told what should run now, if they are not. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    void begin(@Observes StartupEvent starting) {
        refresh();
        if (served().isEmpty()) {
            throw new StartupException("there is no deployment manifest to serve: " + trouble);
        }
    }

    private static @Nullable String attempt(Runnable step) {
        try {
            step.run();
            return null;
        } catch (RuntimeException e) {
            LOG.error("Publishing the deployment manifest failed; the schedule tries again.", e);
            return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        }
    }

    private Optional<ListedTarget> served() {
        return trust.served().listed(TrustRole.DIRECTOR, Director.MANIFEST);
    }
}
