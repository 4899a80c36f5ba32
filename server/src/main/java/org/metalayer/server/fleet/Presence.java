package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.Sha256;

/** When sticks were last seen and what they run. */
@ApplicationScoped
public class Presence {

    @Inject PresenceQueries queries;
    @Inject Sightings sightings;

    /** Records that a stick is there, and answers what was known of it. */
    public Seen touch(UUID stickId, Instant now, long freeBytes) {
        return sightings.record(new Sighting(stickId, now, freeBytes));
    }

    /** Replaces what a stick is known to run. */
    @Transactional
    public void report(
            UUID stickId, Sha256 digest, String agentVersion, List<InstalledComponent> installed) {
        // Taken first, so that two reports of one stick follow each other.
        queries.saveReport(stickId, digest);
        queries.saveAgentVersion(stickId, agentVersion);
        queries.replaceInstalled(stickId, installed);
    }
}
