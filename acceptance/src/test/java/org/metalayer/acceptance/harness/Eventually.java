package org.metalayer.acceptance.harness;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Waits for what another process will do: looks again until a deadline. */
public final class Eventually {
    /** Generous, for busy machines: only a failing test waits this long. */
    public static final Duration LIMIT = Duration.ofMinutes(2);

    private static final long PAUSE_MILLIS = 100;

    private Eventually() {}

    /** An assertion that must hold in the end. */
    @FunctionalInterface
    public interface Assertion {
        void check() throws Exception;
    }

    /** Until {@code done} holds for what {@code look} sees, which is returned. */
    public static <T> T eventually(String what, Callable<T> look, Predicate<T> done) {
        return eventually(what, LIMIT, look, done);
    }

    /** The same with another limit. */
    public static <T> T eventually(
            String what, Duration limit, Callable<T> look, Predicate<T> done) {
        long deadline = System.nanoTime() + limit.toNanos();
        Object seen;
        do {
            try {
                T value = look.call();
                if (done.test(value)) {
                    return value;
                }
                seen = value;
            } catch (Exception | AssertionError e) {
                seen = e;
            }
        } while (pause(deadline));
        throw failure(what, limit, seen);
    }

    /** Until {@code assertion} no longer fails. */
    public static void eventually(String what, Assertion assertion) {
        eventually(
                what,
                () -> {
                    assertion.check();
                    return true;
                },
                checked -> checked);
    }

    private static boolean pause(long deadline) {
        try {
            return !new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)
                    && System.nanoTime() < deadline;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static AssertionError failure(String what, Duration limit, @Nullable Object seen) {
        String message =
                "not within %d s: %s%nlast seen: %s%nlogs: %s"
                        .formatted(limit.toSeconds(), what, seen, Background.logs());
        return seen instanceof Throwable cause
                ? new AssertionError(message, cause)
                : new AssertionError(message);
    }
}
