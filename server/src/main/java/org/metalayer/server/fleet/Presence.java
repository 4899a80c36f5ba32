package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.access.StickPrincipal;

/** When sticks were last seen and what they run. */
@ApplicationScoped
public class Presence {

    @Inject PresenceQueries queries;
    @Inject Sightings sightings;
    @Inject Fleet fleet;

    /**
     * Records that a stick is there, and answers what was known of it. A copy that was set aside is
     * not that stick: the request ends with 401.
     */
    public Seen touch(StickPrincipal session, Instant now, long freeBytes) {
        return sightings
                .record(new Sighting(session.stickId(), session.epoch(), now, freeBytes))
                .orElseThrow(() -> {
                    var _ = fleet.requireNotSetAside(session);
                    return Fleet.unknown();
                });
    }

    /**
     * Replaces what a stick is known to run.
     *
     * @param hardwareClass null where it did not say
     */
    @Transactional
    public void report(
            UUID stickId,
            Sha256 digest,
            String agentVersion,
            @Nullable String hardwareClass,
            List<InstalledComponent> installed) {
        // Taken first, so that two reports of one stick follow each other.
        queries.saveReport(stickId, digest);
        queries.saveProgram(stickId, agentVersion, hardwareClass);
        queries.replaceInstalled(stickId, installed);
    }
}
