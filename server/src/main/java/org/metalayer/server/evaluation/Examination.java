package org.metalayer.server.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.metalayer.server.evaluation.impact.Impact;
import org.metalayer.server.evaluation.policy.Facts;
import org.metalayer.server.evaluation.stage.Finding;
import org.metalayer.server.evaluation.stage.StageEvidence;

/**
 * What a decision rests on.
 *
 * @param headVersion version of the component's newest release at that moment; 0 where there was
 *     none, or nothing was compared with it
 * @param facts what it is ruled on by; decisions taken before they were kept have none
 */
public record Examination(
        Impact impact, int headVersion, List<StageEvidence> stages, Optional<Facts> facts) {

    public Examination {
        stages = List.copyOf(stages);
    }

    /** One that did not come as far as the stages. */
    static Examination without(Report report, Finding finding, String stage, int headVersion) {
        return new Examination(
                Impact.UNKNOWN,
                headVersion,
                List.of(new StageEvidence(stage, finding)),
                Optional.of(Facts.unexamined(report.component(), report.type())));
    }

    /** What speaks against the report, in words for people. */
    String objections(Predicate<Finding> which) {
        return stages.stream()
                .filter(each -> which.test(each.finding()))
                .map(StageEvidence::reason)
                .collect(Collectors.joining("; "));
    }
}
