package org.metalayer.server.evaluation;

import java.util.List;
import java.util.Optional;
import org.metalayer.server.evaluation.policy.Facts;
import org.metalayer.server.evaluation.policy.Judge;
import org.metalayer.server.evaluation.policy.Policy;

/** Takes one decision again from what was kept of it, and compares it byte by byte. */
final class Replay {

    /** What came of it. */
    sealed interface Outcome {

        /** The same bytes. */
        record Same() implements Outcome {}

        /** Something else: the decision, the policy or the program was changed behind it. */
        record Different(String reason) implements Outcome {}

        /** Taken before decisions kept their facts, or by earlier rules. */
        record NotReplayable() implements Outcome {}
    }

    private Replay() {}

    /**
     * Takes {@code kept} again.
     *
     * @param policy the version that it names, as it stands in the database now
     */
    static Outcome of(DecisionEntity kept, Optional<Policy> policy) {
        try {
            DecisionRecord decision = kept.toRecord();
            Optional<Facts> facts = decision.examination().facts();
            if (facts.isEmpty() || kept.rules() != Judge.RULES) {
                return new Outcome.NotReplayable();
            }
            if (policy.isEmpty()) {
                return new Outcome.Different("its policy does not exist");
            }
            List<String> differences =
                    kept.differences(
                            new DecisionEntity(again(decision, facts.get(), policy.get())));
            return differences.isEmpty()
                    ? new Outcome.Same()
                    : new Outcome.Different("not the same: " + String.join(", ", differences));
        } catch (RuntimeException e) {
            return new Outcome.Different("cannot be read: " + e.getMessage());
        }
    }

    private static DecisionRecord again(DecisionRecord kept, Facts facts, Policy policy) {
        Examination examination = kept.examination();
        return new DecisionRecord(
                kept.id(),
                kept.reportId(),
                facts.component(),
                Judge.rule(facts, examination.stages(), policy),
                new Examination(
                        facts.impact(),
                        examination.headVersion(),
                        examination.stages(),
                        Optional.of(facts)),
                kept.decidedBy(),
                kept.decidedAt());
    }
}
