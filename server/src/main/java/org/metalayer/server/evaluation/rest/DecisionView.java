package org.metalayer.server.evaluation.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.metalayer.protocol.Sha256;
import org.metalayer.protocol.Strategy;
import org.metalayer.server.evaluation.DecisionRecord;
import org.metalayer.server.evaluation.impact.Impact;
import org.metalayer.server.evaluation.impact.ImpactLevel;
import org.metalayer.server.evaluation.policy.Priority;
import org.metalayer.server.evaluation.policy.Verdict;
import org.metalayer.server.evaluation.stage.StageEvidence;
import org.metalayer.server.platform.WordOf;

/** A decision as operators see it. */
public record DecisionView(
        UUID id,
        UUID reportId,
        String component,
        @WordOf(Verdict.class) String verdict,
        ImpactView impact,
        @Nullable Strategy strategy,
        @WordOf(Priority.class) String priority,
        List<String> reasons,
        int policyVersion,
        @Nullable String policySha256,
        @Nullable Integer policyRow,
        List<StageView> stages,
        String decidedBy,
        Instant decidedAt) {

    /** The explained score. */
    public record ImpactView(
            @WordOf(ImpactLevel.class) String level, int score, List<Impact.Factor> factors) {}

    /**
     * What one stage found.
     *
     * @param statement the signed evidence: {@code GET /api/v1/vetting-statements/{statement}}
     */
    public record StageView(
            String stage,
            boolean passed,
            String finding,
            String detail,
            @Nullable String statement) {

        static StageView of(StageEvidence evidence) {
            return new StageView(
                    evidence.stage(),
                    evidence.finding().passed(),
                    evidence.finding().word(),
                    evidence.finding().detail(),
                    evidence.statement().map(Sha256::hex).orElse(null));
        }
    }

    static DecisionView of(DecisionRecord decision) {
        Impact impact = decision.examination().impact();
        return new DecisionView(
                decision.id(),
                decision.reportId(),
                decision.component().value(),
                decision.ruling().verdict().wire(),
                new ImpactView(impact.level().wire(), impact.score(), impact.factors()),
                decision.ruling().strategy().orElse(null),
                decision.ruling().priority().wire(),
                decision.ruling().reasons(),
                decision.ruling().policy().version(),
                decision.ruling().policy().sha256().map(Sha256::hex).orElse(null),
                decision.ruling().policyRow().orElse(null),
                decision.examination().stages().stream().map(StageView::of).toList(),
                decision.decidedBy(),
                decision.decidedAt());
    }
}
