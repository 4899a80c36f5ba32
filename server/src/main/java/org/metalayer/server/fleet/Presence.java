package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.Sql;

/** When sticks were last seen and what they run. */
@ApplicationScoped
public class Presence {

    @Inject Sql sql;

    /**
     * What was known of a stick when it was seen.
     *
     * @param report digest of what it said it runs; null before it said anything
     */
    public record Seen(StickState state, @Nullable Sha256 report) {}

    /** Records that a stick is there: one statement, one narrow row. */
    public Seen touch(UUID stickId, Instant now, long freeBytes) {
        return sql.first(
                        """
                        UPDATE presence p SET last_seen_at = ?, free_bytes = ?
                        FROM stick s WHERE p.stick_id = ? AND s.id = p.stick_id
                        RETURNING s.state, p.report_sha256\
                        """,
                        row ->
                                new Seen(
                                        StickState.valueOf(row.text("state")),
                                        digest(row.optionalBytes("report_sha256"))),
                        now,
                        freeBytes,
                        stickId)
                .orElseThrow(() -> new NoSuchElementException("stick " + stickId));
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

    private static @Nullable Sha256 digest(byte @Nullable [] bytes) {
        return bytes == null ? null : Sha256.finish(bytes);
    }
}
