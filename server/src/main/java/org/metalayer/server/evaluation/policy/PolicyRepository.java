package org.metalayer.server.evaluation.policy;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class PolicyRepository implements PanacheRepositoryBase<PolicyEntity, Integer> {

    /** The one that decides. */
    PolicyEntity active() {
        return find("state", PolicyState.ACTIVE).singleResult();
    }

    List<PolicyEntity> newestFirst() {
        return list("order by version desc");
    }

    int next() {
        return find("order by version desc")
                        .firstResultOptional()
                        .map(newest -> newest.toRecord().version())
                        .orElse(0)
                + 1;
    }
}
