package org.metalayer.server.catalog.trust;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.metalayer.protocol.tuf.model.SignedMetadata;

@ApplicationScoped
class TrustMetadataRepository
        implements PanacheRepositoryBase<TrustMetadataEntity, TrustMetadataEntity.Key> {

    /** A role and its newest version. */
    @RegisterForReflection
    record Head(String role, long version) {}

    /** The newest version of each role that has one. */
    Map<String, Long> heads() {
        Map<String, Long> heads = new TreeMap<>();
        find("select role, max(version) as version from TrustMetadataEntity group by role")
                .project(Head.class)
                .list()
                .forEach(head -> heads.put(head.role(), head.version()));
        return heads;
    }

    byte[] bytes(String role, long version) {
        return findById(new TrustMetadataEntity.Key(role, version)).bytes();
    }

    /** All roots, the first one first. */
    List<byte[]> roots() {
        return list("role = ?1 order by version", TrustRole.ROOT.wire()).stream()
                .map(TrustMetadataEntity::bytes)
                .toList();
    }

    void add(TrustRole role, SignedMetadata<?> metadata, Instant now) {
        persist(new TrustMetadataEntity(role, metadata, now));
    }

    /** Forgets versions of these roles for which there has been a newer one since that moment. */
    long prune(Collection<TrustRole> roles, Instant since) {
        return delete(
                """
                from TrustMetadataEntity old where old.role in ?1
                  and exists (select 1 from TrustMetadataEntity newer
                    where newer.role = old.role and newer.version > old.version
                      and newer.publishedAt < ?2)\
                """,
                roles.stream().map(TrustRole::wire).toList(),
                since);
    }
}
