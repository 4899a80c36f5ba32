package org.metalayer.benchmarks.system;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Ends processes that were started. */
public final class Stop {
    private Stop() {}

    /** As Ctrl-C does; by force when that has not helped after {@code patience}. */
    public static void gently(Process process, Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
