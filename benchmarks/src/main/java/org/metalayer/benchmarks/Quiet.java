package org.metalayer.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.metalayer.benchmarks.system.Await;
import org.metalayer.benchmarks.system.Machine;

/** Figures of a machine that is busy with something else would be recorded for nothing. */
final class Quiet {
    private static final double BUSY = 1.0;

    /** Enough for the load average to forget the build before. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Quiet() {}

    /** Waits for a quiet machine; refuses one that does not become quiet. */
    static void require() throws IOException {
        Await.until(
                "a load average below 1: stop what else runs here",
                PATIENCE,
                Duration.ofSeconds(2),
                () -> Machine.loadNow() < BUSY ? Optional.of(true) : Optional.empty());
    }
}
