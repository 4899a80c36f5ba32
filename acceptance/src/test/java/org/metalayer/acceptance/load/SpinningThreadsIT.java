package org.metalayer.acceptance.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.metalayer.acceptance.harness.Eventually.eventually;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class SpinningThreadsIT {
    private static final String NAME = "spins-for-test";

    @Test
    void aThreadThatSpinsIsSeenUntilItEnds() throws Exception {
        var spin = new AtomicBoolean(true);
        Thread thread =
                Thread.ofPlatform()
                        .name(NAME)
                        .start(() -> {
                            while (spin.get()) {
                                Thread.onSpinWait();
                            }
                        });
        try {
            assertThat(SpinningThreads.of(ProcessHandle.current().pid())).contains(NAME);
        } finally {
            spin.set(false);
            thread.join();
        }
        eventually(
                "no thread spins",
                () -> SpinningThreads.of(ProcessHandle.current().pid()),
                names -> !names.contains(NAME));
    }
}
