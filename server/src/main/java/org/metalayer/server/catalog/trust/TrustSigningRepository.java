package org.metalayer.server.catalog.trust;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.tuf.model.SignedMetadata;
import org.metalayer.protocol.tuf.model.Targets;

@ApplicationScoped
class TrustSigningRepository implements PanacheRepositoryBase<TrustSigningEntity, String> {

    Optional<Signing> find(TrustRole role) {
        return findByIdOptional(role.wire()).map(TrustSigningEntity::toRecord);
    }

    List<Signing> all() {
        return list("order by role").stream().map(TrustSigningEntity::toRecord).toList();
    }

    /** This is what awaits a signature from now on. */
    void prepare(TrustRole role, SignedMetadata<Targets> prepared, Instant now) {
        findByIdOptional(role.wire())
                .ifPresentOrElse(
                        waiting -> waiting.prepare(prepared, now),
                        () -> persist(new TrustSigningEntity(role, prepared, now)));
    }

    /** Nothing awaits a signature any more. */
    void settle(TrustRole role) {
        deleteById(role.wire());
    }
}
