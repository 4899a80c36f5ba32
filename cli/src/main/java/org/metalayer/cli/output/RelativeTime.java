package org.metalayer.cli.output;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Times as people say them: {@code 5 min ago}, {@code in 3 h}, a date when it is long ago. */
public final class RelativeTime {
    private static final Duration RECENT = Duration.ofDays(14);

    private final InstantSource clock;

    public RelativeTime(InstantSource clock) {
        this.clock = clock;
    }

    public String of(Instant instant) {
        Duration age = Duration.between(instant, clock.instant());
        if (age.abs().compareTo(RECENT) > 0) {
            return date(instant);
        }
        if (age.abs().toSeconds() < 5) {
            return "just now";
        }
        return age.isNegative() ? "in " + length(age.negated()) : length(age) + " ago";
    }

    /** As it is written, because there are instants that no calendar has a date for. */
    private static String date(Instant instant) {
        String text = instant.toString();
        return text.substring(0, text.indexOf('T'));
    }

    /** {@code never} when there is no time. */
    public String of(Optional<Instant> instant) {
        return instant.map(this::of).orElse("never");
    }

    /** A duration in its largest fitting unit. */
    public static String length(Duration duration) {
        if (duration.toSeconds() < 90) {
            return duration.toSeconds() + " s";
        }
        if (duration.toMinutes() < 90) {
            return duration.toMinutes() + " min";
        }
        return duration.toHours() < 48 ? duration.toHours() + " h" : duration.toDays() + " d";
    }
}
