package org.metalayer.server.rollout;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.metalayer.server.fleet.ContributionCounts;
import org.metalayer.server.fleet.Contributions;
import org.metalayer.server.platform.Sql;

/** Tells the fleet what its sticks gave. */
@ApplicationScoped
class StickContributions implements ContributionCounts {

    @Inject Sql sql;

    @Override
    public Map<UUID, Contributions> of(Collection<UUID> stickIds) {
        Map<UUID, Contributions> counts = new HashMap<>();
        sql.list(
                """
                SELECT stick_id, count(*) AS reports, count(release_id) AS released
                FROM upgrade_report WHERE stick_id = ANY(?::uuid[]) GROUP BY stick_id\
                """,
                row ->
                        counts.put(
                                row.uuid("stick_id"),
                                new Contributions(row.number("reports"), row.number("released"))),
                stickIds);
        return counts;
    }
}
