package org.metalayer.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UsedChallengesTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration LIFETIME = StickSessions.CHALLENGE_LIFETIME;

    private final UsedChallenges used = new UsedChallenges();

    @Test
    void aChallengeIsUsedOnce() {
        assertThat(use("a", NOON)).isTrue();
        assertThat(use("a", NOON.plusSeconds(1))).isFalse();
        assertThat(use("b", NOON)).isTrue();
    }

    @Test
    void whatHasExpiredIsForgotten() {
        use("a", NOON);
        use("b", NOON.plus(LIFETIME).plusSeconds(2));

        assertThat(used.remembered()).isEqualTo(1);
    }

    @Test
    void forgettingGoesOnAfterTheClockWasPutRight() {
        use("a", NOON.plus(Duration.ofDays(3650)));
        for (int i = 0; i < 10; i++) {
            use("later " + i, NOON.plus(LIFETIME.plusSeconds(1).multipliedBy(i)));
        }

        assertThat(used.remembered()).isLessThan(4);
    }

    private boolean use(String challenge, Instant now) {
        return used.firstUse(challenge, now.plus(LIFETIME), now);
    }
}
