package org.metalayer.agent.system;

import java.util.Optional;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * What came of an order.
 *
 * @param trouble why it was not done
 */
public record SystemAnswer(SystemOrder order, Optional<Trouble> trouble) {

    /**
     * Why something was not done.
     *
     * @param release whether the release is at fault, so that doing it again would not help
     */
    public record Trouble(String reason, boolean release) {}

    static SystemAnswer read(JsonObject json) {
        return new SystemAnswer(
                SystemOrder.read(json.object("order")),
                json.optionalString("trouble")
                        .map(reason -> new Trouble(reason, json.bool("release_at_fault"))));
    }

    JsonObject write() {
        JsonBuilder json = new JsonBuilder().put("order", order.write());
        trouble.ifPresent(
                why -> json.put("trouble", why.reason()).put("release_at_fault", why.release()));
        return json.build();
    }
}
