package org.metalayer.server.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LookPaceTest {

    private static final UUID ROLLOUT = new UUID(0, 1);
    private static final UUID ANOTHER = new UUID(0, 2);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
    private final LookPace pace = new LookPace(now::get);

    @Test
    void aRolloutThatWasNeverLookedAtMayBe() {
        assertThat(pace.remaining(ROLLOUT, 1)).isZero();
    }

    @Test
    void aLookIsFollowedByTenTimesItsLength() {
        look(Duration.ofMillis(200));

        assertThat(pace.remaining(ROLLOUT, 1)).isEqualTo(Duration.ofSeconds(2));
        pass(Duration.ofSeconds(2).minusNanos(1));
        assertThat(pace.remaining(ROLLOUT, 1)).isEqualTo(Duration.ofNanos(1));
        pass(Duration.ofNanos(1));
        assertThat(pace.remaining(ROLLOUT, 1)).isZero();
    }

    @Test
    void rolloutsShareTheTenth() {
        look(Duration.ofMillis(200));

        assertThat(pace.remaining(ROLLOUT, 7)).isEqualTo(Duration.ofSeconds(14));
    }

    @Test
    void whatHasNewsDoesNotWaitForThoseThatHaveNone() {
        look(Duration.ofMillis(200));
        pass(Duration.ofSeconds(2));

        assertThat(pace.remaining(ROLLOUT, 7)).isEqualTo(Duration.ofSeconds(12));
        assertThat(pace.remaining(ROLLOUT, 1)).isZero();
    }

    @Test
    void noRestIsLongerThanAMinute() {
        look(Duration.ofSeconds(30));

        assertThat(pace.remaining(ROLLOUT, 20)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void oneRolloutsRestIsNotAnothers() {
        look(Duration.ofSeconds(1));

        assertThat(pace.remaining(ANOTHER, 1)).isZero();
    }

    @Test
    void aLookThatFailsRestsToo() {
        assertThatThrownBy(() ->
                        pace.look(
                                ROLLOUT,
                                () -> {
                                    pass(Duration.ofSeconds(1));
                                    throw new IllegalStateException();
                                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(pace.remaining(ROLLOUT, 1)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void tidyingKeepsRestsThatAreNotOver() {
        look(Duration.ofSeconds(1));
        pace.tidy();

        assertThat(pace.remaining(ROLLOUT, 1)).isEqualTo(Duration.ofSeconds(10));
    }

    private void look(Duration length) {
        pace.look(
                ROLLOUT,
                () -> {
                    pass(length);
                    return Looked.IDLE;
                });
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
