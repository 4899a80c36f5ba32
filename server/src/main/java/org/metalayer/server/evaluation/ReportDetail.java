package org.metalayer.server.evaluation;

import java.util.Optional;

/** A report with what became of it. */
public record ReportDetail(
        Report report, Optional<DecisionRecord> decision, Optional<RolloutProgress.Step> rollout) {

    /** One word for people: where the report is on its way from stick to fleet. */
    public String progress() {
        return switch (report.state()) {
            case AWAITING_FILES -> "waiting";
            case PENDING -> "evaluating";
            case NEEDS_HUMAN -> "needs_human";
            case REJECTED -> "rejected";
            case APPROVED -> rollout.map(RolloutProgress.Step::step).orElse("scheduled");
        };
    }
}
