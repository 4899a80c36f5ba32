package org.metalayer.server.evaluation.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class PolicyRowRepository implements PanacheRepositoryBase<PolicyRowEntity, PolicyRowEntity.Key> {

    /** The rows of the highest version, in their order. */
    List<PolicyRowEntity> newest() {
        return list(
                "policyVersion = (select max(p.policyVersion) from PolicyRowEntity p)"
                        + " order by ordinal");
    }
}
