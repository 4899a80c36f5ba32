package org.metalayer.agent.analytics;

import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * A change that the owner wants and that does not count yet.
 *
 * @param after the number of the last entry before the one that says so; 0 where there was none
 */
record ConsentChange(long after, Consent next) {

    static ConsentChange read(JsonObject json) {
        return new ConsentChange(json.integer("after"), Consent.read(json.object("next")));
    }

    JsonObject write() {
        return new JsonBuilder().put("after", after).put("next", next.write()).build();
    }
}
