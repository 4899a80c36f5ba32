package org.metalayer.protocol.tuf.client;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * The least that a source has to deliver: a slower one holds a client up without end (slow
 * retrieval attack).
 *
 * @param window in which it is counted
 * @param bytes at least so many in each window, at least 1
 */
public record Pace(Duration window, long bytes) {
    /** One kilobyte in ten seconds, which the slowest mobile network makes. */
    public static final Pace DEFAULT = new Pace(Duration.ofSeconds(10), 1_000);

    <T> T await(CompletableFuture<T> answer, LongSupplier received) throws IOException {
        long before = received.getAsLong();
        while (true) {
            try {
                return answer.get(window.toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                long now = received.getAsLong();
                if (now - before < bytes) {
                    answer.cancel(true);
                    throw new RefusedMetadataException(
                            Refusal.TOO_SLOW,
                            "the source sent %d bytes in %d seconds, fewer than %d"
                                    .formatted(now - before, window.toSeconds(), bytes),
                            e);
                }
                before = now;
            } catch (InterruptedException e) {
                answer.cancel(true);
                Thread.currentThread().interrupt();
                throw (InterruptedIOException) new InterruptedIOException().initCause(e);
            } catch (ExecutionException e) {
                throw cause(e);
            }
        }
    }

    private static IOException cause(ExecutionException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedMetadataException refused) {
                throw refused;
            }
        }
        return new IOException("the source cannot be reached or broke off", e.getCause());
    }
}
