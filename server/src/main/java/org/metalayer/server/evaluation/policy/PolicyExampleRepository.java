package org.metalayer.server.evaluation.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class PolicyExampleRepository
        implements PanacheRepositoryBase<PolicyExampleEntity, PolicyExampleEntity.Key> {

    /** The examples of a version, in their order. */
    List<PolicyExample> of(int version) {
        return list("policyVersion = ?1 order by ordinal", version).stream()
                .map(PolicyExampleEntity::toRecord)
                .toList();
    }
}
