package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RestingTurnsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);

    private final RestingTurns turns = new RestingTurns();

    @Test
    void everyMinuteAllHaveATurn() {
        assertThat(turns.begins(NOW)).isTrue();
        assertThat(turns.begins(NOW.plusSeconds(59))).isFalse();
        assertThat(turns.begins(NOW.plusSeconds(60))).isTrue();
    }

    @Test
    void aClockThatIsSetBackEndsNoTurns() {
        turns.begins(NOW.plus(Duration.ofDays(30)));

        assertThat(turns.begins(NOW)).isTrue();
    }

    @Test
    void whoIsPassedOverKeepsTheTurn() {
        turns.add(List.of(ONE, TWO));
        turns.looked(TWO);

        assertThat(turns.due()).containsExactly(ONE);
        turns.looked(ONE);
        assertThat(turns.due()).isEmpty();
    }
}
