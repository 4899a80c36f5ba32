package org.metalayer.server.catalog.trust;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.tuf.model.Root;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;
import org.metalayer.server.platform.StartupException;

/** Reads what is published from the database, and parses it only when it is new. */
@ApplicationScoped
class TrustStore {

    private record Parsed(Map<String, Long> heads, TrustState state) {}

    private final TrustMetadataRepository repository;

    private volatile @Nullable Parsed parsed;

    @Inject
    TrustStore(TrustMetadataRepository repository) {
        this.repository = repository;
    }

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
                roots(heads),
                lists,
                SignedMetadata.snapshot(newest(heads, TrustRole.SNAPSHOT)),
                SignedMetadata.timestamp(newest(heads, TrustRole.TIMESTAMP)));
    }

    /** All of them, without a gap: clients walk from the one they pinned. */
    private List<SignedMetadata<Root>> roots(Map<String, Long> heads) {
        List<SignedMetadata<Root>> roots =
                repository.roots().stream().map(SignedMetadata::root).toList();
        if (roots.size() != head(heads, TrustRole.ROOT)) {
            throw lost(TrustRole.ROOT);
        }
        return roots;
    }

    private byte[] newest(Map<String, Long> heads, TrustRole role) {
        return repository.bytes(role.wire(), head(heads, role));
    }

    private static long head(Map<String, Long> heads, TrustRole role) {
        return Optional.ofNullable(heads.get(role.wire())).orElseThrow(() -> lost(role));
    }

    private static StartupException lost(TrustRole role) {
        return new StartupException(
                "the database has lost trust metadata of %s: restore the database's backup"
                        .formatted(role.wire()));
    }
}
