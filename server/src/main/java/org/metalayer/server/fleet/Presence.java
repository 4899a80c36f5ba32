package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.Sql;

/** When sticks were last seen and what they run. */
@ApplicationScoped
public class Presence {

    @Inject Sql sql;
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
        sql.update(
                "UPDATE presence SET report_sha256 = ? WHERE stick_id = ?",
                digest.bytes(),
                stickId);
        sql.update(
                "UPDATE stick SET agent_version = ? WHERE id = ? AND agent_version <> ?",
                agentVersion,
                stickId,
                agentVersion);
        sql.update("DELETE FROM installed WHERE stick_id = ?", stickId);
        sql.update(
                """
                INSERT INTO installed (stick_id, component, version, release_id, local_changes)
                SELECT ?, * FROM unnest(?::text[], ?::int[], ?::uuid[], ?::int[])\
                """,
                stickId,
                installed.stream().map(InstalledComponent::component).toArray(String[]::new),
                installed.stream().map(InstalledComponent::version).toArray(Integer[]::new),
                installed.stream().map(InstalledComponent::releaseId).toArray(UUID[]::new),
                installed.stream().map(InstalledComponent::localChanges).toArray(Integer[]::new));
    }
}
