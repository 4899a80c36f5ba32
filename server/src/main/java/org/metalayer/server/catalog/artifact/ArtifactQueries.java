package org.metalayer.server.catalog.artifact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.metalayer.protocol.Sha256;
import org.metalayer.server.platform.Sql;

/** Which artifacts are whole and durable. */
@ApplicationScoped
class ArtifactQueries {

    @Inject Sql sql;
    @Inject InstantSource clock;

    Map<Sha256, Long> sizes(Collection<Sha256> digests) {
        Map<Sha256, Long> sizes = HashMap.newHashMap(digests.size());
        sql.list(
                "SELECT sha256, size FROM artifact WHERE sha256 = ANY(?)",
                row -> sizes.put(new Sha256(row.text("sha256")), row.number("size")),
                hex(digests));
        return sizes;
    }

    void add(Map<Sha256, Long> artifacts) {
        sql.update(
                """
                INSERT INTO artifact (sha256, size, stored_at)
                SELECT sha256, size, ? FROM unnest(?::text[], ?::bigint[]) AS new (sha256, size)
                ON CONFLICT DO NOTHING\
                """,
                clock.instant(),
                hex(artifacts.keySet()),
                List.copyOf(artifacts.values()));
    }

    private static List<String> hex(Collection<Sha256> digests) {
        return digests.stream().map(Sha256::hex).toList();
    }
}
