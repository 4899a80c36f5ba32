package org.metalayer.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelativeTimeTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final RelativeTime times = new RelativeTime(() -> NOW);

    @ParameterizedTest
    @CsvSource({
        "PT0S, just now",
        "PT4S, just now",
        "PT5S, 5 s ago",
        "PT89S, 89 s ago",
        "PT90S, 1 min ago",
        "PT89M59S, 89 min ago",
        "PT90M, 1 h ago",
        "PT47H, 47 h ago",
        "P2D, 2 d ago",
        "P14D, 14 d ago",
        "P15D, 2026-11-05",
        "-PT10M, in 10 min",
        "-P30D, 2026-12-20"
    })
    void saysHowLongAgo(Duration age, String expected) {
        assertThat(times.of(NOW.minus(age))).isEqualTo(expected);
    }

    /** A Main System may say any time that can be written. */
    @ParameterizedTest
    @CsvSource({
        "+10000-01-01T00:00:00Z, +10000-01-01",
        "+999999999-12-31T23:59:59Z, +999999999-12-31",
        "+1000000000-12-31T23:59:59.999999999Z, +1000000000-12-31",
        "-0001-02-03T00:00:00Z, -0001-02-03",
        "-1000000000-01-01T00:00:00Z, -1000000000-01-01"
    })
    void saysTheDateOfAnyTime(Instant time, String expected) {
        assertThat(times.of(time)).isEqualTo(expected);
    }

    @Test
    void saysNeverWhenThereIsNoTime() {
        assertThat(times.of(Optional.empty())).isEqualTo("never");
    }
}
