package org.metalayer.server.rollout;

import jakarta.persistence.Embeddable;
import org.metalayer.server.rollout.gate.Counts;

/** How a ring's counts are kept; they are counted by a statement over the whole fleet. */
@Embeddable
record CountsColumns(
        long total,
        long verified,
        long failed,
        long rolledBack,
        long declined,
        long conflict,
        long superseded,
        long outstanding,
        long silent) {

    static final CountsColumns NONE = new CountsColumns(0, 0, 0, 0, 0, 0, 0, 0, 0);

    Counts toCounts() {
        return new Counts(
                total,
                verified,
                failed,
                rolledBack,
                declined,
                conflict,
                superseded,
                outstanding,
                silent);
    }
}
