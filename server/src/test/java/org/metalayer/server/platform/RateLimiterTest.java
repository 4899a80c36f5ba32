package org.metalayer.server.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RateLimiter limiter = new RateLimiter(3, MINUTE);

    @Test
    void allowsABurstAndThenSaysHowLongToWait() {
        take(3);
        assertThat(limiter.take("a", NOON)).contains(Duration.ofSeconds(20));
    }

    @Test
    void refillsEvenly() {
        take(3);
        assertThat(limiter.take("a", NOON.plusSeconds(20))).isEmpty();
        assertThat(limiter.take("a", NOON.plusSeconds(20))).isPresent();
    }

    @Test
    void keepsKeysApart() {
        take(3);
        assertThat(limiter.take("b", NOON)).isEmpty();
    }

    @Test
    void doesNotLockAnybodyOutWhenTheClockIsSetBack() {
        take(3);
        assertThat(limiter.take("a", NOON.minus(Duration.ofDays(1)))).isEmpty();
    }

    @Test
    void forgivesAKey() {
        take(3);
        limiter.forgive("a");
        assertThat(limiter.take("a", NOON)).isEmpty();
    }

    @Test
    void takesBackWhatWasNotUsed() {
        take(3);
        limiter.giveBack("a");
        assertThat(limiter.take("a", NOON)).isEmpty();
        assertThat(limiter.take("a", NOON)).isPresent();
    }

    @Test
    void endsTheRequestWithTheTimeToWait() {
        take(3);
        assertThatThrownBy(() -> limiter.require("a", NOON, "too many"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> {
                            assertThat(problem.type().status()).isEqualTo(429);
                            assertThat(problem.headers()).containsEntry("Retry-After", "20");
                        });
    }

    @Test
    void neverAsksToComeBackAtOnce() {
        take(3);

        assertThatThrownBy(
                        () -> limiter.require("a", NOON.plusSeconds(20).minusNanos(1), "too many"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.headers()).containsEntry("Retry-After", "1"));
    }

    @Test
    void refusesImpossibleLimits() {
        assertThatThrownBy(() -> new RateLimiter(0, MINUTE)).hasMessageContaining("permit");
        assertThatThrownBy(() -> new RateLimiter(1, Duration.ZERO)).hasMessageContaining("window");
    }

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(limiter.take("a", NOON)).isEmpty();
        }
    }
}
