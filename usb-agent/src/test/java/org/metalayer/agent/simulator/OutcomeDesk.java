package org.metalayer.agent.simulator;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.metalayer.protocol.dsse.Envelope;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.message.Outcome;

/** Outcomes (docs/protocol.md §8). */
public final class OutcomeDesk {

    private final List<Outcome> recorded = new ArrayList<>();
    private final Map<UUID, byte[]> envelopes = new HashMap<>();
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
        byte[] body = exchange.body();
        Outcome outcome = Outcome.verify(Envelope.parse(body), stick.key());
        received++;
        if (!outcome.stickId().equals(stick.id())) {
            throw new Refusal(403, "not-your-outcome", "the outcome names another stick");
        }
        byte[] before = envelopes.putIfAbsent(outcome.outcomeId(), body);
        if (before == null) {
            recorded.add(outcome);
        } else if (!Arrays.equals(before, body)) {
            throw new Refusal(409, "outcome-replayed", "this outcome was sent with other bytes");
        }
        return Response.json(
                200,
                new JsonBuilder()
                        .put("outcome_id", outcome.outcomeId())
                        .put("recorded", true)
                        .build());
    }
}
