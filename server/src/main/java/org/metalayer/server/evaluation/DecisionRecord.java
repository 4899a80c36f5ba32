package org.metalayer.server.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.metalayer.protocol.ComponentName;
import org.metalayer.server.evaluation.policy.Ruling;

/**
 * An immutable decision about a report. A later one about the same report, by a person, does not
 * replace it.
 *
 * @param decidedBy {@code policy}, or the operator's name
 */
public record DecisionRecord(
        UUID id,
        UUID reportId,
        ComponentName component,
        Ruling ruling,
        Examination examination,
        String decidedBy,
        Instant decidedAt) {

    /** Who decides where no person does. */
    public static final String POLICY = "policy";
}
