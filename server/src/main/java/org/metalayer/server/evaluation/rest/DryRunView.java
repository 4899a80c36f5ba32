package org.metalayer.server.evaluation.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.metalayer.protocol.UpgradeType;
import org.metalayer.server.evaluation.DecisionRecord;
import org.metalayer.server.evaluation.DryRun;
import org.metalayer.server.evaluation.policy.Facts;
import org.metalayer.server.evaluation.policy.Ruling;
import org.metalayer.server.platform.WordOf;

/** What another policy would have made of past reports; the newest differences. */
public record DryRunView(
        int looked, int notReplayable, int different, List<DifferenceView> differences) {

    /** A decision that would have been another one. */
    public record DifferenceView(
            UUID decisionId,
            UUID reportId,
            String component,
            @WordOf(UpgradeType.class) String type,
            Instant decidedAt,
            PolicyCheckView.ResultView was,
            List<String> wasBecause,
            PolicyCheckView.ResultView wouldBe,
            List<String> because) {

        static DifferenceView of(DryRun.Difference difference) {
            DecisionRecord was = difference.was();
            return new DifferenceView(
                    was.id(),
                    was.reportId(),
                    was.component().value(),
                    was.examination().facts().map(Facts::type).orElseThrow().wire(),
                    was.decidedAt(),
                    result(was.ruling()),
                    was.ruling().reasons(),
                    result(difference.wouldBe()),
                    difference.wouldBe().reasons());
        }
    }

    static DryRunView of(DryRun run) {
        return new DryRunView(
                run.looked(),
                run.notReplayable(),
                run.different(),
                run.differences().stream().map(DifferenceView::of).toList());
    }

    private static PolicyCheckView.ResultView result(Ruling ruling) {
        return new PolicyCheckView.ResultView(
                ruling.verdict().wire(), ruling.strategy().orElse(null), ruling.priority().wire());
    }
}
