package org.metalayer.server.fleet;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often sticks check in ({@code metalayer.check-in.seconds}). */
@Singleton
public class CheckInInterval {

    /** Time for one lost check-in and its retry before a stick counts as offline. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final Duration interval;

    @Inject
    CheckInInterval(
            @ConfigProperty(name = "metalayer.check-in.seconds", defaultValue = "300")
                    int seconds) {
        if (seconds < 1) {
            throw new IllegalArgumentException(
                    "metalayer.check-in.seconds must be at least 1, was " + seconds);
        }
        this.interval = Duration.ofSeconds(seconds);
    }

    public int seconds() {
        return Math.toIntExact(interval.toSeconds());
    }

    /** A stick seen since then is online. */
    Instant onlineSince(Instant now) {
        return now.minus(interval.multipliedBy(2)).minus(GRACE);
    }
}
