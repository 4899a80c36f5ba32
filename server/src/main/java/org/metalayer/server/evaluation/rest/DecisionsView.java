package org.metalayer.server.evaluation.rest;

import java.util.List;
import org.metalayer.server.evaluation.DecisionRecord;

/** What an evaluation asked for by a person has decided. */
public record DecisionsView(List<DecisionView> decisions) {

    static DecisionsView of(List<DecisionRecord> decided) {
        return new DecisionsView(decided.stream().map(DecisionView::of).toList());
    }
}
