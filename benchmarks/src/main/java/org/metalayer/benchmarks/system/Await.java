package org.metalayer.benchmarks.system;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;

/** Waits for what another process will do. */
public final class Await {
    /** Short enough not to be seen in what is measured with it, long enough not to be load. */
    private static final Duration PAUSE = Duration.ofMillis(2);

    private Await() {}

    /** A look at something that may not be there yet. */
    @FunctionalInterface
    public interface Look<T> {
        Optional<T> look() throws IOException;
    }

    /**
     * What {@code look} sees as soon as it sees something.
     *
     * @throws IOException when that is not before {@code limit}
     */
    public static <T> T until(String what, Duration limit, Look<T> look) throws IOException {
        return until(what, limit, PAUSE, look);
    }

    /** The same with another pause between two looks. */
    public static <T> T until(String what, Duration limit, Duration pause, Look<T> look)
            throws IOException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> seen = look.look();
            if (seen.isPresent()) {
                return seen.get();
            }
            if (System.nanoTime() > deadline) {
                throw new IOException("not within %d s: %s".formatted(limit.toSeconds(), what));
            }
            pause(pause);
        }
    }

    /** Does nothing for a while. */
    private static void pause(Duration length) throws InterruptedIOException {
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }
}
