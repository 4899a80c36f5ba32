package org.metalayer.server.fleet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Sql;

/** The narrow rows that every check-in touches, and what sticks say they run. */
@ApplicationScoped
class PresenceQueries {

    @Inject Sql sql;

    void begin(UUID stickId) {
        sql.update("INSERT INTO presence (stick_id) VALUES (?)", stickId);
    }

    /** Of several sightings of one stick any counts: they are of the same moment. */
    Map<Sighting, Seen> see(Collection<Sighting> sightings) {
        record Found(Seen seen, long setAside) {}
        Map<UUID, Found> found = new HashMap<>();
        // Rows are locked in one order, so that replicas never wait for each other in a circle.
        sql.list(
                """
                WITH due AS (
                  SELECT p.stick_id, t.seen_at, t.free_bytes,
                         coalesce(r.set_aside, -1) AS set_aside
                  FROM unnest(?::uuid[], ?::bigint[], ?::timestamptz[], ?::bigint[])
                    AS t (stick_id, epoch, seen_at, free_bytes)
                  JOIN presence p USING (stick_id)
                  LEFT JOIN ratchet r USING (stick_id)
                  WHERE t.epoch > coalesce(r.set_aside, -1)
                  ORDER BY p.stick_id FOR UPDATE OF p)
                UPDATE presence p SET last_seen_at = due.seen_at, free_bytes = due.free_bytes
                FROM due JOIN stick s ON s.id = due.stick_id
                WHERE p.stick_id = due.stick_id
                RETURNING s.id, s.state, p.report_sha256, due.set_aside\
                """,
                row -> found.put(row.uuid("id"), new Found(read(row), row.number("set_aside"))),
                column(sightings, Sighting::stickId),
                column(sightings, Sighting::epoch),
                column(sightings, Sighting::at),
                column(sightings, Sighting::freeBytes));
        Map<Sighting, Seen> answers = new HashMap<>();
        for (Sighting each : sightings) {
            Found seen = found.get(each.stickId());
            // A copy that was set aside may wait beside the stick itself.
            if (seen != null && each.epoch() > seen.setAside()) {
                answers.put(each, seen.seen());
            }
        }
        return answers;
    }

    void saveReport(UUID stickId, Sha256 digest) {
        sql.update(
                "UPDATE presence SET report_sha256 = ? WHERE stick_id = ?",
                digest.bytes(),
                stickId);
    }

    /** A stick that was plugged in when it enrolled can boot later, and the other way round. */
    void saveProgram(UUID stickId, String agentVersion, @Nullable String hardwareClass) {
        sql.update(
                """
                WITH said AS (SELECT ? AS agent_version, ?::text AS hardware_class)
                UPDATE stick SET agent_version = said.agent_version,
                  hardware_class = coalesce(said.hardware_class, stick.hardware_class)
                FROM said
                WHERE id = ? AND (stick.agent_version <> said.agent_version
                  OR stick.hardware_class <> said.hardware_class)\
                """,
                agentVersion,
                hardwareClass,
                stickId);
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

    private static List<?> column(Collection<Sighting> sightings, Function<Sighting, ?> value) {
        return sightings.stream().map(value).toList();
    }

    private static Seen read(Row row) throws SQLException {
        byte @Nullable [] report = row.optionalBytes("report_sha256");
        return new Seen(
                StickState.valueOf(row.text("state")),
                report == null ? null : Sha256.finish(report));
    }
}
