package org.metalayer.server.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.trust.ReleaseRole;
import org.metalayer.server.platform.Row;
import org.metalayer.server.platform.Sql;

/** Which releases a role's metadata has to list. */
@ApplicationScoped
class ReleaseTargetQueries {

    /** Of each component: a stick goes forward, and its way back lies on the stick itself. */
    private static final int NEWEST = 10;

    /** A release as far as its target names it. */
    record Listed(
            UUID id,
            ComponentName component,
            int version,
            List<String> hardwareClasses,
            Sha256 digest,
            long length) {}

    @Inject Sql sql;

    /**
     * The newest releases of each component of a role that are not withdrawn. Where that would be
     * too many, those in use come first, then the newest one of each component, then the second.
     */
    List<Listed> of(ReleaseRole role, Set<UUID> inUse, int most) {
        return sql.list(
                """
                SELECT id, component, version, hardware_classes, payload_sha256, length FROM (
                  SELECT r.id, r.component, r.version, r.hardware_classes, r.payload_sha256, r.created_at, p.length,
                         r.id = ANY (?::uuid[]) AS in_use,
                         row_number() OVER (PARTITION BY r.component ORDER BY r.version DESC) AS place
                  FROM release r JOIN release_publication p ON p.release_id = r.id
                  WHERE p.role = ? AND p.state <> 'withdrawn') newest
                WHERE in_use OR place <= ?
                ORDER BY in_use DESC, place, created_at DESC, id LIMIT ?\
                """,
                ReleaseTargetQueries::read,
                inUse,
                role.wire(),
                NEWEST,
                most);
    }

    private static Listed read(Row row) throws SQLException {
        return new Listed(
                row.uuid("id"),
                new ComponentName(row.text("component")),
                row.integer("version"),
                row.texts("hardware_classes"),
                new Sha256(row.text("payload_sha256")),
                row.number("length"));
    }
}
