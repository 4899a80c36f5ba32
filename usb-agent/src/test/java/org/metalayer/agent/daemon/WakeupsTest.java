package org.metalayer.agent.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Why the loop wakes. */
class WakeupsTest {

    private final Wakeups wakeups = new Wakeups();

    @Test
    void contentThatChangesAllTheTimeDoesNotHideThatTheTimeIsUp() throws Exception {
        wakeups.contentChanged();
        Wakeups.Reason reason = wakeups.await(Duration.ZERO);

        assertThat(reason.contentChanged()).isTrue();
        assertThat(reason.timeIsUp()).isTrue();
    }

    @Test
    void aChangeBeforeTheTimeIsUpIsOnlyAChange() throws Exception {
        wakeups.contentChanged();

        assertThat(wakeups.await(Duration.ofDays(1)).timeIsUp()).isFalse();
    }

    @Test
    void whatWasToldIsToldOnce() throws Exception {
        wakeups.nudge();
        assertThat(wakeups.await(Duration.ofDays(1)).nudged()).isTrue();

        Wakeups.Reason next = wakeups.await(Duration.ZERO);
        assertThat(next.nudged()).isFalse();
        assertThat(next.timeIsUp()).isTrue();
    }
}
