package org.metalayer.server.evaluation.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Tells what is wrong with a policy and what it would do, before it does it. */
@ApplicationScoped
public class PolicyChecks {

    /** Of what has no number yet; it stands in the reasons of examples. */
    private static final int UNNUMBERED = 0;

    @Inject PolicyVersions versions;
    @Inject CheckTurns turns;

    /** What was written; ends the request with all faults where there are any. */
    public PolicyContent read(PolicyText text) {
        return switch (PolicyReader.read(text)) {
            case PolicyReader.Outcome.Content written -> written.content();
            case PolicyReader.Outcome.Faulty faulty ->
                    throw PolicyProblems.invalid(faulty.faults());
        };
    }

    /** What is not saved, beside the version in force. */
    public PolicyCheck check(PolicyContent content) {
        return check(content, UNNUMBERED);
    }

    /** A saved version, beside the one in force. */
    public PolicyCheck check(PolicyDetail saved) {
        return check(saved.content(), saved.version().version());
    }

    /** The number of the version in force. */
    public int inForce() {
        return versions.inForce().version().version();
    }

    private PolicyCheck check(PolicyContent content, int version) {
        PolicyDetail inForce = versions.inForce();
        return turns.take(() -> PolicyCheck.of(content, version, inForce));
    }
}
