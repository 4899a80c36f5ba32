package org.metalayer.server.catalog.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;

/** Reads what is published from the database, and parses it only when it is new. */
@ApplicationScoped
class TrustStore {

    private record Parsed(Map<String, Long> heads, TrustState state) {}

    @Inject TrustMetadataRepository repository;

    private volatile @Nullable Parsed parsed;

    /** What is published. To be asked before one's own transaction adds to it. */
    @Transactional
    TrustState load() {
        Map<String, Long> heads = repository.heads();
        Parsed known = parsed;
        if (known == null || !known.heads().equals(heads)) {
            known = new Parsed(heads, read(heads));
            parsed = known;
        }
        return known.state();
    }

    private TrustState read(Map<String, Long> heads) {
        Map<TrustRole, SignedMetadata<Targets>> lists = new EnumMap<>(TrustRole.class);
        for (TrustRole role : TrustRole.LISTS) {
            lists.put(role, SignedMetadata.targets(newest(heads, role)));
        }
        return new TrustState(
                repository.roots().stream().map(SignedMetadata::root).toList(),
                lists,
                SignedMetadata.snapshot(newest(heads, TrustRole.SNAPSHOT)),
                SignedMetadata.timestamp(newest(heads, TrustRole.TIMESTAMP)));
    }

    private byte[] newest(Map<String, Long> heads, TrustRole role) {
        return repository.bytes(
                role.wire(), Optional.ofNullable(heads.get(role.wire())).orElseThrow());
    }
}
