package org.metalayer.server.evaluation.policy;

import java.util.List;

/**
 * What a version would do, for whoever is to answer for it.
 *
 * @param against the version in force, which it is compared with
 */
public record PolicyCheck(
        int against, List<PolicyExample.Result> examples, List<PolicyGrid.Cell> grid) {

    public static PolicyCheck of(PolicyContent content, int version, Policy inForce) {
        return new PolicyCheck(
                inForce.version(),
                content.tryExamples(version),
                PolicyGrid.compare(inForce, content.policy(version)));
    }

    /** Whether all examples end as they shall. */
    public boolean passed() {
        return examples.stream().allMatch(PolicyExample.Result::passed);
    }
}
