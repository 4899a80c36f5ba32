package org.metalayer.server.evaluation.policy;

import java.util.List;
import java.util.stream.Collectors;
import org.metalayer.server.platform.ProblemException;
import org.metalayer.server.platform.ProblemType;

/** What can stand in the way of a version of the policy. */
final class PolicyProblems {

    static final ProblemType INVALID =
            new ProblemType("policy-invalid", "The policy has faults", 422);
    static final ProblemType EXAMPLES_FAIL =
            new ProblemType("policy-examples-fail", "The policy does not do what it shall", 409);
    static final ProblemType OTHER_CONTENT =
            new ProblemType("policy-other-content", "The policy is not the one you saw", 409);
    static final ProblemType MOVED =
            new ProblemType("policy-moved", "Another policy is in force now", 409);
    static final ProblemType SECOND_OPERATOR =
            new ProblemType("policy-second-operator", "A second operator has to approve it", 409);

    private static final int SHOWN = 5;

    private PolicyProblems() {}

    static ProblemException invalid(List<PolicyFault> faults) {
        return INVALID.because(
                        faults.stream()
                                        .limit(SHOWN)
                                        .map(PolicyFault::describe)
                                        .collect(Collectors.joining("; "))
                                + (faults.size() > SHOWN
                                        ? "; and %d more".formatted(faults.size() - SHOWN)
                                        : ""))
                .with("faults", faults);
    }
}
