package org.metalayer.agent.http;

import java.time.Duration;

/**
 * What one server grants.
 *
 * @param connections open at the same time; a further one is told to come back
 * @param headBytes of a request, from its method to the empty line
 * @param idle before a request begins on an open connection
 * @param head from a request's first byte to its last
 * @param progress between two steps of an answer that is being taken
 */
public record Limits(
        int connections, int headBytes, Duration idle, Duration head, Duration progress) {

    /** A browser opens six connections per origin, and each component has two. */
    public static final Limits DEFAULT =
            new Limits(
                    128,
                    16 << 10,
                    Duration.ofSeconds(15),
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(60));
}
