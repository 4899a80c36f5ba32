package org.metalayer.server.catalog.artifact;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

    /** In an order that is everybody's, so that two with the same artifacts wait only one way. */
    void add(Map<Sha256, Long> artifacts) {
        sql.update(
                """
                INSERT INTO artifact (sha256, size, stored_at)
                SELECT sha256, size, ? FROM unnest(?::text[], ?::bigint[]) AS new (sha256, size)
                ORDER BY sha256 ON CONFLICT DO NOTHING\
                """,
                clock.instant(),
                hex(artifacts.keySet()),
                List.copyOf(artifacts.values()));
    }

    /** Keeps artifacts from being swept, stored or not, until {@code holder} lets go. */
    void hold(UUID holder, Map<Sha256, Long> sizes) {
        sql.update(
                """
                INSERT INTO artifact_hold (holder, sha256, size)
                SELECT ?, sha256, size FROM unnest(?::text[], ?::bigint[]) AS held (sha256, size)
                ORDER BY sha256 ON CONFLICT DO NOTHING\
                """,
                holder,
                hex(sizes.keySet()),
                List.copyOf(sizes.values()));
    }

    /** What is held and not stored, in the order of the names. */
    List<Sha256> missing(UUID holder) {
        return sql.list(
                """
                SELECT sha256 FROM artifact_hold held WHERE holder = ?
                  AND NOT EXISTS (SELECT FROM artifact WHERE artifact.sha256 = held.sha256)
                ORDER BY sha256\
                """,
                row -> new Sha256(row.text("sha256")),
                holder);
    }

    /** Up to {@code most} of what one holds who holds {@code digest}, stored or not. */
    Map<Sha256, Long> heldBeside(Collection<UUID> holders, Sha256 digest, int most) {
        Map<Sha256, Long> held = new HashMap<>();
        sql.list(
                """
                SELECT sha256, size FROM artifact_hold
                WHERE holder = (SELECT holder FROM artifact_hold
                                WHERE holder = ANY(?::uuid[]) AND sha256 = ? LIMIT 1)
                LIMIT ?\
                """,
                row -> held.put(new Sha256(row.text("sha256")), row.number("size")),
                holders,
                digest.hex(),
                most);
        return held;
    }

    Set<Long> held(Collection<UUID> holders, Sha256 digest) {
        return Set.copyOf(
                sql.list(
                        "SELECT size FROM artifact_hold WHERE holder = ANY(?::uuid[]) AND sha256 ="
                                + " ?",
                        row -> row.number("size"),
                        holders,
                        digest.hex()));
    }

    /**
     * What was held and is not stored becomes a leftover: its file may have been placed by an
     * upload that was killed before the row was written, and nobody else remembers its name.
     */
    void letGo(UUID holder) {
        sql.update(
                """
                WITH released AS (DELETE FROM artifact_hold WHERE holder = ? RETURNING sha256)
                INSERT INTO artifact_leftover (sha256) SELECT sha256 FROM released r
                WHERE NOT EXISTS (SELECT FROM artifact a WHERE a.sha256 = r.sha256)
                ORDER BY sha256 ON CONFLICT DO NOTHING\
                """,
                holder);
    }

    /** Keeps {@code digests} from being swept for ever. */
    void keep(Collection<Sha256> digests) {
        sql.update(
                "UPDATE artifact SET released = true WHERE sha256 = ANY(?::text[]) AND NOT"
                        + " released",
                hex(digests));
    }

    /** Kept ones behind {@code last}, in the order of their names. */
    List<Sha256> keptAfter(Optional<Sha256> last, int most) {
        return sql.list(
                """
                SELECT sha256 FROM artifact WHERE released AND sha256 > ?
                ORDER BY sha256 LIMIT ?\
                """,
                row -> new Sha256(row.text("sha256")),
                last.map(Sha256::hex).orElse(""),
                most);
    }

    /** Makes leftovers of all artifacts that nobody needs; answers how many. */
    int disown() {
        return sql.update(
                """
                WITH disowned AS (
                  DELETE FROM artifact a WHERE NOT released
                    AND NOT EXISTS (SELECT FROM artifact_hold h WHERE h.sha256 = a.sha256)
                  RETURNING sha256)
                INSERT INTO artifact_leftover (sha256) SELECT sha256 FROM disowned
                ORDER BY sha256 ON CONFLICT DO NOTHING\
                """);
    }

    /** Those behind {@code last} that did not come back since and nobody awaits, in order. */
    List<Sha256> leftoversAfter(Optional<Sha256> last, int most) {
        return sql.list(
                """
                SELECT sha256 FROM artifact_leftover l WHERE sha256 > ?
                  AND NOT EXISTS (SELECT FROM artifact a WHERE a.sha256 = l.sha256)
                  AND NOT EXISTS (SELECT FROM artifact_hold h WHERE h.sha256 = l.sha256)
                ORDER BY sha256 LIMIT ?\
                """,
                row -> new Sha256(row.text("sha256")),
                last.map(Sha256::hex).orElse(""),
                most);
    }

    /** These are gone. */
    void forgetLeftovers(Collection<Sha256> gone) {
        sql.update("DELETE FROM artifact_leftover WHERE sha256 = ANY(?::text[])", hex(gone));
    }

    /** What came back is no leftover any more. */
    void forgetReturned() {
        sql.update(
                """
                DELETE FROM artifact_leftover l
                WHERE EXISTS (SELECT FROM artifact a WHERE a.sha256 = l.sha256)\
                """);
    }

    private static List<String> hex(Collection<Sha256> digests) {
        return digests.stream().map(Sha256::hex).toList();
    }
}
