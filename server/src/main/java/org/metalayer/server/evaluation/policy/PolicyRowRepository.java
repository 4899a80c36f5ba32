package org.metalayer.server.evaluation.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class PolicyRowRepository implements PanacheRepositoryBase<PolicyRowEntity, PolicyRowEntity.Key> {

    /** The rows of a version, in their order. */
    List<PolicyRow> of(int version) {
        return list("policyVersion = ?1 order by ordinal", version).stream()
                .map(PolicyRowEntity::toRecord)
                .toList();
    }
}
