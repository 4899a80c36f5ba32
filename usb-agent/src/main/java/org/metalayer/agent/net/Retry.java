package org.metalayer.agent.net;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Tries again what failed for reasons that pass, with growing pauses of random length, so that a
 * fleet that lost its Main System does not come back all at once.
 *
 * @param attempts in all, at least 1; more come with the next round
 * @param first the longest pause before the second attempt; it doubles from there
 */
public record Retry(int attempts, Duration first, Pause pause, RandomGenerator random) {

    /** A pause that a person at the command line would still wait for. */
    private static final Duration LONGEST = Duration.ofSeconds(10);

    /** A request that may be sent again. */
    @FunctionalInterface
    public interface Attempt<T> {
        T run() throws IOException;
    }

    /** The first success, or the last failure. */
    public <T> T run(Attempt<T> attempt) throws IOException {
        for (int n = 1; ; n++) {
            try {
                return attempt.run();
            } catch (OfflineException e) {
                Duration wait = e.retryAfter().orElse(jittered(n));
                if (n >= attempts || wait.compareTo(LONGEST) > 0) {
                    throw e;
                }
                waitFor(wait);
            }
        }
    }

    private Duration jittered(int failures) {
        long ceiling = Math.min(first.toMillis() << Math.min(failures - 1, 10), LONGEST.toMillis());
        return Duration.ofMillis(random.nextLong(ceiling / 2, ceiling + 1));
    }

    private void waitFor(Duration duration) throws InterruptedIOException {
        try {
            pause.of(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while waiting for the Main System");
        }
    }
}
