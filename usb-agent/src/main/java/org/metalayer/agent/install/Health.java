package org.metalayer.agent.install;

import java.time.Duration;
import java.util.Optional;
import org.metalayer.agent.time.Uptime;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * How long an activated release has been seen healthy.
 *
 * @param lasted so far, over restarts of the agent and of the computer
 * @param seen when it was last seen
 */
record Health(Duration lasted, Optional<Uptime.Reading> seen) {

    static final Health UNKNOWN = new Health(Duration.ZERO, Optional.empty());

    /** Healthy again at {@code now}. */
    Health seenAt(Uptime.Reading now) {
        Duration more = seen.map(now::since).orElse(Duration.ZERO);
        return new Health(lasted.plus(more), Optional.of(now));
    }

    static Health read(JsonObject json) {
        return new Health(
                Duration.ofMillis(json.integer("lasted_millis")),
                json.members().get("seen") instanceof JsonObject reading
                        ? Optional.of(Uptime.Reading.read(reading))
                        : Optional.empty());
    }

    JsonObject write() {
        JsonBuilder json = new JsonBuilder().put("lasted_millis", lasted.toMillis());
        seen.ifPresent(reading -> json.put("seen", reading.write()));
        return json.build();
    }
}
