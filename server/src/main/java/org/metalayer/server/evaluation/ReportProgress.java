package org.metalayer.server.evaluation;

import java.util.Locale;

/** One word for people: where a report is on its way from stick to fleet. */
public enum ReportProgress {
    WAITING,
    EVALUATING,
    NEEDS_HUMAN,
    REJECTED,
    SCHEDULED,
    TESTING,
    ROLLING_OUT,
    DEPLOYED,
    HALTED,
    PAUSED;

    /** Of a report that has just come into {@code state}; from an approval on its rollout tells. */
    static ReportProgress of(ReportState state) {
        return switch (state) {
            case AWAITING_FILES -> WAITING;
            case PENDING -> EVALUATING;
            case NEEDS_HUMAN -> NEEDS_HUMAN;
            case REJECTED -> REJECTED;
            case APPROVED -> SCHEDULED;
        };
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
