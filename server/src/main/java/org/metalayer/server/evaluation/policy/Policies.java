package org.metalayer.server.evaluation.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** The policies; the highest version is in force. */
@ApplicationScoped
public class Policies {

    @Inject PolicyRowRepository rows;

    @Transactional
    public Policy inForce() {
        List<PolicyRowEntity> newest = rows.newest();
        return new Policy(
                newest.getFirst().policyVersion(),
                newest.stream().map(PolicyRowEntity::toRecord).toList());
    }
}
