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
        assertThat(pace.remaining(ROLLOUT)).isZero();
    }

    @Test
    void aLookIsFollowedByTenTimesItsLength() {
        look(Duration.ofMillis(200), 1);

        assertThat(pace.remaining(ROLLOUT)).isEqualTo(Duration.ofSeconds(2));
        pass(Duration.ofSeconds(2).minusNanos(1));
        assertThat(pace.remaining(ROLLOUT)).isEqualTo(Duration.ofNanos(1));
        pass(Duration.ofNanos(1));
        assertThat(pace.remaining(ROLLOUT)).isZero();
    }

    @Test
    void rolloutsShareTheTenth() {
        look(Duration.ofMillis(200), 7);

        assertThat(pace.remaining(ROLLOUT)).isEqualTo(Duration.ofSeconds(14));
    }

    @Test
    void noRestIsLongerThanAMinute() {
        look(Duration.ofSeconds(30), 20);

        assertThat(pace.remaining(ROLLOUT)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void oneRolloutsRestIsNotAnothers() {
        look(Duration.ofSeconds(1), 1);

        assertThat(pace.remaining(ANOTHER)).isZero();
    }

    @Test
    void aLookThatFailsRestsToo() {
        assertThatThrownBy(() ->
                        pace.look(
                                ROLLOUT,
                                1,
                                () -> {
                                    pass(Duration.ofSeconds(1));
                                    throw new IllegalStateException();
                                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(pace.remaining(ROLLOUT)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void tidyingKeepsRestsThatAreNotOver() {
        look(Duration.ofSeconds(1), 1);
        pace.tidy();

        assertThat(pace.remaining(ROLLOUT)).isEqualTo(Duration.ofSeconds(10));
    }

    private void look(Duration length, int others) {
        pace.look(ROLLOUT, others, () -> pass(length));
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
