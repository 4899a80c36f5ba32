package org.metalayer.server.evaluation.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.metalayer.server.access.Operator;
import org.metalayer.server.access.OperatorRole;
import org.metalayer.server.access.Operators;

/**
 * Nobody changes the policy alone where there is somebody else who may. An account counts as
 * somebody as soon as it exists, and until a while after it was disabled; it can approve only once
 * it is older than that while. So who makes a second account for themselves, or shuts the others
 * out, waits, in everybody's sight.
 */
@ApplicationScoped
class SecondOperator {

    @Inject Operators operators;
    @Inject InstantSource clock;

    @ConfigProperty(name = "metalayer.policy.approver-age", defaultValue = "PT24H")
    Duration approverAge;

    /** Whether a version needs one. */
    boolean isNeeded() {
        return entitled().size() >= 2;
    }

    /** Ends the request unless {@code operator} can be the second one for this version. */
    void require(Operator operator, PolicyVersion version) {
        if (version.authors().contains(operator.username())) {
            throw PolicyProblems.SECOND_OPERATOR.because(
                    "%s had a hand in policy %d: somebody else has to approve it"
                            .formatted(operator.username(), version.version()));
        }
        Instant from = operator.createdAt().plus(approverAge);
        if (from.isAfter(clock.instant())) {
            throw PolicyProblems.SECOND_OPERATOR.because(
                    "the account %s is too new to approve a policy: it can from %s on"
                            .formatted(operator.username(), from));
        }
    }

    private List<Operator> entitled() {
        Instant since = clock.instant().minus(approverAge);
        return operators.all().stream()
                .filter(each -> each.role() != OperatorRole.VIEWER)
                .filter(each -> each.disabledAt().map(since::isBefore).orElse(true))
                .toList();
    }
}
