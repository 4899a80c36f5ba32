package org.metalayer.server.evaluation.policy;

import java.util.List;

/**
 * What a version would do, for whoever is to answer for it.
 *
 * @param against the version in force, which it is compared with
 * @param dropped what becomes of the examples of the version in force that this one does not have
 */
public record PolicyCheck(
        int against,
        List<PolicyExample.Result> examples,
        List<PolicyExample.Result> dropped,
        PolicyGrid.Comparison difference) {

    static PolicyCheck of(PolicyContent content, int version, PolicyDetail inForce) {
        Policy policy = content.policy(version);
        int against = inForce.version().version();
        return new PolicyCheck(
                against,
                content.tryExamples(version),
                inForce.content().examples().stream()
                        .filter(example -> !content.examples().contains(example))
                        .map(example -> example.under(policy))
                        .toList(),
                PolicyGrid.compare(inForce.content().policy(against), policy));
    }

    /** Whether all its own examples end as they shall. */
    public boolean passed() {
        return examples.stream().allMatch(PolicyExample.Result::passed);
    }
}
