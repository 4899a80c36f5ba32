package org.metalayer.server.evaluation;

import java.util.List;
import org.metalayer.server.evaluation.policy.Ruling;

/**
 * What another policy would have made of past reports.
 *
 * @param looked how many of the policy's own decisions were looked at
 * @param notReplayable how many of those kept too little to be ruled on again
 * @param different how many would have ended otherwise
 * @param differences the newest of those, at most {@link #SHOWN}
 */
public record DryRun(int looked, int notReplayable, int different, List<Difference> differences) {

    static final int SHOWN = 100;

    /** A decision that would have been another one. */
    public record Difference(DecisionRecord was, Ruling wouldBe) {}

    public DryRun {
        differences = List.copyOf(differences);
    }
}
