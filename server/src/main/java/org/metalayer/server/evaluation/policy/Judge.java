package org.metalayer.server.evaluation.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.impact.Impact;
import org.metalayer.server.evaluation.stage.Finding;
import org.metalayer.server.evaluation.stage.StageEvidence;

/**
 * Applies the guard rails, then the policy. The guard rails are code on purpose: whatever a table
 * says, a refused report is rejected, and a doubtful one or one of the system itself goes to a
 * person.
 */
public final class Judge {

    /** What runs outside the sandbox needs a person, however good it looks. */
    private static final Set<ComponentName> SYSTEM =
            Set.of(new ComponentName("agent"), new ComponentName("os"));

    private Judge() {}

    public static Ruling rule(
            ComponentName component,
            UpgradeType type,
            List<StageEvidence> evidence,
            Impact impact,
            Policy policy) {
        List<String> refusals = reasons(evidence, Finding.Refused.class).toList();
        if (!refusals.isEmpty()) {
            return railed(Verdict.REJECT, policy, refusals);
        }
        List<String> doubts =
                Stream.concat(system(component), reasons(evidence, Finding.Doubtful.class))
                        .toList();
        if (!doubts.isEmpty()) {
            return railed(Verdict.NEEDS_HUMAN, policy, doubts);
        }
        PolicyRow row = policy.rowFor(type, impact.level());
        return new Ruling(
                row.verdict(),
                row.strategy(),
                row.priority(),
                policy.version(),
                Optional.of(row.ordinal()),
                List.of(
                        "impact %s (%d points)".formatted(impact.level().wire(), impact.score()),
                        "policy %d, row %d: %s"
                                .formatted(policy.version(), row.ordinal(), row.describe())));
    }

    private static Ruling railed(Verdict verdict, Policy policy, List<String> reasons) {
        return new Ruling(
                verdict,
                Optional.empty(),
                Priority.NORMAL,
                policy.version(),
                Optional.empty(),
                reasons);
    }

    private static Stream<String> system(ComponentName component) {
        return SYSTEM.contains(component)
                ? Stream.of(
                        "%s runs outside the sandbox: a person must approve it"
                                .formatted(component))
                : Stream.empty();
    }

    private static Stream<String> reasons(
            List<StageEvidence> evidence, Class<? extends Finding> kind) {
        return evidence.stream()
                .filter(each -> kind.isInstance(each.finding()))
                .map(StageEvidence::reason);
    }
}
