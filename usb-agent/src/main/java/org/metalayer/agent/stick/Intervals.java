package org.metalayer.agent.stick;

import java.time.Duration;
import org.metalayer.protocol.MalformedDocumentException;
import org.metalayer.protocol.json.JsonBuilder;
import org.metalayer.protocol.json.JsonObject;

/**
 * How often the agent calls, whatever the Main System asks for.
 *
 * @param poll between two looks at the feed
 * @param shortest between two check-ins
 * @param longest between two check-ins
 */
public record Intervals(Duration poll, Duration shortest, Duration longest) {

    public static final Intervals DEFAULT =
            new Intervals(Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofHours(6));

    public Intervals {
        boolean positive = poll.toSeconds() >= 1 && shortest.toSeconds() >= 1;
        if (!positive || longest.compareTo(shortest) < 0) {
            throw new MalformedDocumentException(
                    "intervals must be at least one second, and the longest not below the"
                            + " shortest");
        }
    }

    /** What the Main System asked for, kept within bounds. */
    public Duration bounded(Duration asked) {
        if (asked.compareTo(shortest) < 0) {
            return shortest;
        }
        return asked.compareTo(longest) > 0 ? longest : asked;
    }

    /** The same with another pause between two looks at the feed. */
    public Intervals withPoll(Duration pause) {
        return new Intervals(pause, pause.compareTo(shortest) < 0 ? pause : shortest, longest);
    }

    static Intervals read(JsonObject json) {
        return new Intervals(
                Duration.ofSeconds(json.integer("poll_seconds")),
                Duration.ofSeconds(json.integer("check_in_min_seconds")),
                Duration.ofSeconds(json.integer("check_in_max_seconds")));
    }

    JsonObject write() {
        return new JsonBuilder()
                .put("poll_seconds", poll.toSeconds())
                .put("check_in_min_seconds", shortest.toSeconds())
                .put("check_in_max_seconds", longest.toSeconds())
                .build();
    }
}
