package org.metalayer.server.evaluation.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** What the versions of the policy say. */
@ApplicationScoped
public class Policies {

    @Inject PolicyRepository versions;
    @Inject PolicyRowRepository rows;
    @Inject PolicyExampleRepository examples;

    /** The policy that decides now. */
    @Transactional
    public Policy inForce() {
        int version = versions.active().toRecord().version();
        return content(version).policy(version);
    }

    /** A version, as it stands in the database now. */
    @Transactional
    public Optional<Policy> find(int version) {
        return versions.findByIdOptional(version).map(found -> content(version).policy(version));
    }

    PolicyContent content(int version) {
        return new PolicyContent(rows.of(version), examples.of(version));
    }
}
