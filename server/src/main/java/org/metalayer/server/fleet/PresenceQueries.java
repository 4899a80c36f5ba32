package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.Sql;

/** The narrow rows of check-ins: the hottest statements of the Main System. */
@ApplicationScoped
class PresenceQueries {

    @Inject Sql sql;

    void begin(UUID stickId) {
        sql.update("INSERT INTO presence (stick_id) VALUES (?)", stickId);
    }

    Optional<Presence.Seen> touch(UUID stickId, Instant now, long freeBytes) {
        return sql.first(
                """
                UPDATE presence p SET last_seen_at = ?, free_bytes = ?
                FROM stick s WHERE p.stick_id = ? AND s.id = p.stick_id
                RETURNING s.state, p.report_sha256\
                """,
                row ->
                        new Presence.Seen(
                                StickState.valueOf(row.text("state")),
                                digest(row.optionalBytes("report_sha256"))),
                now,
                freeBytes,
                stickId);
    }

    void saveReport(UUID stickId, Sha256 digest) {
        sql.update(
                "UPDATE presence SET report_sha256 = ? WHERE stick_id = ?",
                digest.bytes(),
                stickId);
    }

    void saveAgentVersion(UUID stickId, String agentVersion) {
        sql.update(
                "UPDATE stick SET agent_version = ? WHERE id = ? AND agent_version <> ?",
                agentVersion,
                stickId,
                agentVersion);
    }

    void replaceInstalled(UUID stickId, List<InstalledComponent> installed) {
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

    private static @Nullable Sha256 digest(byte @Nullable [] bytes) {
        return bytes == null ? null : Sha256.finish(bytes);
    }
}
