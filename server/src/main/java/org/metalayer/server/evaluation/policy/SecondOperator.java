package org.metalayer.server.evaluation.policy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.metalayer.server.access.Operator;
import org.metalayer.server.access.Operators;

/**
 * Nobody changes the policy alone where there is somebody else who may. Who may counts as somebody
 * at once, and until a while after they were made a viewer or shut out; they can approve only once
 * they may for longer than that while, with a password that is theirs. So who makes a second
 * account for themselves, or takes the others' away, waits, in everybody's sight.
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
        Instant from =
                operators
                        .find(operator.id())
                        .entitlement()
                        .since()
                        .map(since -> since.plus(approverAge))
                        .orElse(Instant.MAX);
        if (from.isAfter(clock.instant())) {
            throw PolicyProblems.SECOND_OPERATOR.because(
                    "the account %s is too new to approve a policy, or its role or password is: it can from %s on"
                            .formatted(operator.username(), from));
        }
    }

    private List<Operator> entitled() {
        Instant now = clock.instant();
        return operators.all().stream()
                .filter(each -> each.entitlement().isWithin(approverAge, now))
                .toList();
    }
}
