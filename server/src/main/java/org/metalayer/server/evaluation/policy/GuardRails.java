package org.metalayer.server.evaluation.policy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.metalayer.protocol.ComponentName;
import org.metalayer.server.evaluation.stage.Finding;
import org.metalayer.server.evaluation.stage.StageEvidence;

/**
 * What no policy can weaken, and therefore code: a refused report is rejected; a doubtful one, one
 * of the system itself, one that could not be examined and one of a stick that may not contribute
 * goes to a person.
 */
final class GuardRails {

    /** What runs outside the sandbox needs a person, however good it looks. */
    private static final Set<ComponentName> SYSTEM =
            Set.of(new ComponentName("agent"), new ComponentName("os"));

    private static final String CAPABILITIES = "capabilities";

    /** What a guard rail makes of a report: never an approval. */
    record Stop(Verdict verdict, List<String> reasons) {}

    private GuardRails() {}

    static Optional<Stop> stop(Facts facts, List<StageEvidence> evidence) {
        List<String> refusals = reasons(evidence, Finding.Refused.class).toList();
        if (!refusals.isEmpty()) {
            return Optional.of(new Stop(Verdict.REJECT, refusals));
        }
        List<String> doubts =
                Stream.concat(doubts(facts, evidence), reasons(evidence, Finding.Doubtful.class))
                        .toList();
        if (doubts.isEmpty()) {
            return when(!facts.is(Fact.EXAMINED), "it could not be examined: a person must look")
                    .map(reason -> new Stop(Verdict.NEEDS_HUMAN, List.of(reason)));
        }
        return Optional.of(new Stop(Verdict.NEEDS_HUMAN, doubts));
    }

    private static Stream<String> doubts(Facts facts, List<StageEvidence> evidence) {
        return Stream.of(
                        when(
                                SYSTEM.contains(facts.component()),
                                facts.component()
                                        + " runs outside the sandbox: a person must approve it"),
                        when(
                                facts.is(Fact.EXAMINED) && !facts.is(Fact.CONTRIBUTOR_ACCEPTED),
                                "its stick may not contribute any more: a person must look"),
                        when(
                                facts.is(Fact.CAPABILITY_INCREASE) && !namesAbilities(evidence),
                                "it can do more than what it was made from: a person must look"))
                .flatMap(Optional::stream);
    }

    /** Then the evidence says itself what a person must look at, and more exactly. */
    private static boolean namesAbilities(List<StageEvidence> evidence) {
        return evidence.stream()
                .anyMatch(each ->
                        each.stage().equals(CAPABILITIES)
                                && each.finding() instanceof Finding.Doubtful);
    }

    private static Optional<String> when(boolean holds, String reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }

    private static Stream<String> reasons(
            List<StageEvidence> evidence, Class<? extends Finding> kind) {
        return evidence.stream()
                .filter(each -> kind.isInstance(each.finding()))
                .map(StageEvidence::reason);
    }
}
