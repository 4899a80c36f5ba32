package org.metalayer.agent.install;

import org.metalayer.protocol.ComponentName;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/** What the owner asked to be done with a component. */
public record OwnerRequest(ComponentName component, Verb verb, Resolution resolution) {

    /** The owner's three words. */
    public enum Verb {
        INSTALL,
        DECLINE,
        ROLL_BACK
    }

    static OwnerRequest read(JsonObject json) {
        return new OwnerRequest(
                new ComponentName(json.string("component")),
                Verb.valueOf(json.string("verb")),
                Resolution.valueOf(json.string("resolution")));
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("component", component.value())
                .put("verb", verb.name())
                .put("resolution", resolution.name())
                .build();
    }
}
