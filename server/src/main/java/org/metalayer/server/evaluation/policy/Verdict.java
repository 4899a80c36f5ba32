package org.metalayer.server.evaluation.policy;

import java.util.Locale;

/** What was decided about a report. */
public enum Verdict {
    APPROVE,
    REJECT,
    /** Only a person may decide. */
    NEEDS_HUMAN;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Verdict parse(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
