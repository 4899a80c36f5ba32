package org.metalayer.server.evaluation;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** The lifecycle of an upgrade report. */
public enum ReportState {
    AWAITING_FILES,
    /** Complete; waits for its evaluation. */
    PENDING,
    APPROVED,
    REJECTED,
    NEEDS_HUMAN;

    public boolean mayBecome(ReportState next) {
        return followers().contains(next);
    }

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ReportState parse(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }

    private Set<ReportState> followers() {
        return switch (this) {
            case AWAITING_FILES -> EnumSet.of(PENDING, REJECTED);
            case PENDING -> EnumSet.of(APPROVED, REJECTED, NEEDS_HUMAN);
            case NEEDS_HUMAN -> EnumSet.of(APPROVED, REJECTED);
            case APPROVED, REJECTED -> EnumSet.noneOf(ReportState.class);
        };
    }
}
