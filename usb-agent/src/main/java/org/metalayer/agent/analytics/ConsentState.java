package org.metalayer.agent.analytics;

import java.util.Optional;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What is kept of the owner's consent.
 *
 * @param entry the number of the ledger's entry that says so; 0 where nothing was decided yet
 * @param change one that was begun
 */
record ConsentState(Consent decided, long entry, Optional<ConsentChange> change) {

    static final ConsentState NONE = decided(Consent.NONE, 0);

    static ConsentState decided(Consent consent, long entry) {
        return new ConsentState(consent, entry, Optional.empty());
    }

    ConsentState changing(ConsentChange begun) {
        return new ConsentState(decided, entry, Optional.of(begun));
    }

    /** While a change is under way nothing is sent, and nothing recorded that one side forbids. */
    Consent current() {
        return change.map(begun ->
                        decided.in(
                                decided.mode() == Mode.OFF || begun.next().mode() == Mode.OFF
                                        ? Mode.OFF
                                        : Mode.LOCAL))
                .orElse(decided);
    }

    static ConsentState read(JsonObject json) {
        return new ConsentState(
                Consent.read(json.object("decided")),
                json.integer("entry"),
                json.optionalObject("change").map(ConsentChange::read));
    }

    JsonObject write() {
        JsonBuilder json = new JsonBuilder().put("decided", decided.write()).put("entry", entry);
        change.ifPresent(begun -> json.put("change", begun.write()));
        return json.build();
    }
}
