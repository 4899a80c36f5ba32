package org.metalayer.server.evaluation.policy;

import java.util.List;
import java.util.Optional;
import org.metalayer.protocol.Strategy;
import org.metalayer.server.evaluation.stage.Finding;
import org.metalayer.server.evaluation.stage.StageEvidence;

/**
 * What a policy is to say about one imagined report. A version can only be activated when it says
 * so about all its examples.
 *
 * @param name what the example shows, for people
 * @param finding the worst that the stages found
 * @param strategy present exactly where the verdict is to approve
 */
public record PolicyExample(
        String name, Facts facts, Found finding, Verdict verdict, Optional<Strategy> strategy) {

    /** The worst finding of an imagined report. */
    public enum Found {
        PASSED,
        DOUBTFUL,
        REFUSED
    }

    /** What became of an example. */
    public record Result(PolicyExample example, Ruling ruling) {

        public boolean passed() {
            return ruling.verdict() == example.verdict()
                    && ruling.strategy().equals(example.strategy());
        }
    }

    public PolicyExample {
        if ((verdict == Verdict.APPROVE) != strategy.isPresent()) {
            throw new IllegalArgumentException("a strategy belongs to approvals, and only to them");
        }
    }

    Result under(Policy policy) {
        return new Result(this, Judge.rule(facts, evidence(), policy));
    }

    private List<StageEvidence> evidence() {
        Finding found =
                switch (finding) {
                    case PASSED -> new Finding.Passed("as imagined");
                    case DOUBTFUL -> new Finding.Doubtful("as imagined");
                    case REFUSED -> new Finding.Refused("as imagined");
                };
        return List.of(new StageEvidence("example", found));
    }
}
