package org.metalayer.agent.analytics;

import java.time.Instant;
import org.metalayer.protocol.json.Json;
import org.metalayer.protocol.json.JsonBuilder;

/**
 * A time in which nothing can be recorded.
 *
 * @param since by the stick's clock
 * @param reason in words
 * @param missed how many records were not kept, or not whole
 */
public record Standstill(Instant since, String reason, long missed) {

    Standstill oneMore() {
        return new Standstill(since, reason, missed + 1);
    }

    /** The content of the entry that says so afterwards. */
    byte[] content() {
        return Json.write(
                new JsonBuilder()
                        .put("since", since)
                        .put("reason", reason)
                        .put("missed", missed)
                        .build());
    }
}
