package org.metalayer.server.catalog;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.metalayer.server.catalog.feed.Feed;

/**
 * Makes the feed what the database says, at every start: a crash between publishing and committing
 * leaves a document that was never released, and a restored database may know more than the disk.
 */
@ApplicationScoped
class FeedRepair {

    private static final Logger LOG = Logger.getLogger(FeedRepair.class);

    @Inject ReleaseRepository releases;
    @Inject Catalog catalog;
    @Inject Feed feed;

    @Transactional
    void repair(@Observes StartupEvent starting) throws IOException {
        Set<UUID> released = releases.ids();
        Set<UUID> published = feed.published();
        Set<UUID> stray = new HashSet<>(published);
        stray.removeAll(released);
        stray.forEach(feed::retract);
        released.removeAll(published);
        for (UUID missing : released) {
            LOG.infof("Publishing release %s again: it was not in the feed.", missing);
            feed.publish(
                    missing,
                    releases.envelope(missing).orElseThrow(),
                    catalog.files(missing).digests());
        }
    }
}
