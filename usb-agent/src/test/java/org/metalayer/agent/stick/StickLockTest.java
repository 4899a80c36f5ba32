package org.metalayer.agent.stick;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StickLockTest {

    @TempDir private Path directory;

    @Test
    void onlyOneAgentHasAStickAtATime() throws Exception {
        StickDirectory stick = new StickDirectory(directory);
        StickLock first = StickLock.tryAcquire(stick).orElseThrow();
        assertThat(StickLock.tryAcquire(stick)).isEmpty();

        first.close();
        try (StickLock second = StickLock.tryAcquire(stick).orElseThrow()) {
            assertThat(second).isNotNull();
        }
    }

    @Test
    void aNudgeWakesWhoListens() throws Exception {
        StickDirectory stick = new StickDirectory(directory);
        CountDownLatch woken = new CountDownLatch(1);
        Nudge.send(stick);
        try (Nudge _ = Nudge.listen(stick, woken::countDown)) {
            Nudge.send(stick);
            assertThat(woken.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }
}
