package org.metalayer.agent.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.message.Outcome;

/** Outcomes (docs/protocol.md §8). */
public final class OutcomeDesk {

    private final List<Outcome> recorded = new ArrayList<>();
    private int received;

    /** Each outcome once, in the order in which they came. */
    public synchronized List<Outcome> recorded() {
        return List.copyOf(recorded);
    }

    /** Their results, as on the wire. */
    public synchronized List<String> results() {
        return recorded.stream().map(outcome -> outcome.result().wire()).toList();
    }

    /** How often one was sent. */
    public synchronized int received() {
        return received;
    }

    synchronized Response handle(StickDesk.Stick stick, Exchange exchange) throws IOException {
        Outcome outcome = Outcome.verify(exchange.envelope(), stick.key());
        received++;
        boolean known =
                recorded.stream().anyMatch(it -> it.outcomeId().equals(outcome.outcomeId()));
        if (!known) {
            recorded.add(outcome);
        }
        return Response.json(
                200,
                new JsonBuilder()
                        .put("outcome_id", outcome.outcomeId())
                        .put("recorded", true)
                        .build());
    }
}
